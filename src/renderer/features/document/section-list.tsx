/** The sections of the document with the pages that each takes, a pencil where something was edited, and its worst check. */
import type { DrawnDocument } from '../../../shared/document/drawn.ts';
import { CheckMark, type CheckKind } from '../../ui/check-mark.tsx';
import { Icon } from '../../ui/icon.tsx';
import { RovingList } from '../../ui/list.tsx';
import { sectionName, showPages } from './words.ts';
import styles from './section-list.module.css';

/** Shows the sections; choosing one leads to it. */
export function SectionList({
  drawn,
  current,
  edited,
  checks,
  onSelect,
}: {
  drawn: DrawnDocument;
  current: string | null;
  edited: ReadonlySet<string>;
  checks: ReadonlyMap<string, CheckKind>;
  onSelect: (section: string) => void;
}) {
  return (
    <RovingList
      label="Sections of the document, with the pages that each takes"
      items={drawn.sections}
      keyOf={({ id }) => id}
      selectedId={current}
      onSelect={onSelect}
      onAct={onSelect}
      render={(section, { selected }) => {
        const check = checks.get(section.id);
        return (
          <span className={styles.row} data-on={selected ? '' : undefined}>
            <span className={styles.name}>{sectionName(section)}</span>
            <span className={styles.marks}>
              {edited.has(section.id) && <Icon name="pencil" small label="Edited by hand" />}
              {check !== undefined && <CheckMark kind={check} />}
            </span>
            <span className={styles.share}>{showPages(section.share)}</span>
          </span>
        );
      }}
    />
  );
}
