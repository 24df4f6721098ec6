/** What an item is linked to, with the way there and the way to take the link back. */
import type { BacklogItem } from '../../../shared/model/index.ts';
import { useReadOnly, useRows, useWindow } from '../../data/hooks.ts';
import { IconButton, LinkButton } from '../../ui/button.tsx';
import { IdTag } from '../../ui/marks.tsx';
import { useItemEdits } from './link-edits.ts';
import { endOf, useLinkEnds, useLinksByItem } from './use-open-work.ts';
import styles from './item-links.module.css';

/** Shows the links of an item; nothing where it has none. */
export function ItemLinks({ item, onDone }: { item: BacklogItem; onDone?: (says: string) => void }) {
  const readOnly = useReadOnly();
  const window = useWindow();
  const edits = useItemEdits();
  const ends = useLinkEnds();
  const stops = useRows('stop');
  const links = useLinksByItem().get(item.id) ?? [];
  if (links.length === 0) return null;
  return (
    <ul className={styles.list} aria-label="Linked to">
      {links.map((link) => {
        const end = endOf(link, ends);
        const stop = stops.find((row) => row.id === link.stop);
        const target =
          stop === undefined
            ? end === null || end.kind === 'stop'
              ? null
              : ({ entity: end.kind, id: end.id } as const)
            : ({ entity: 'stop', id: stop.id } as const);
        return (
          <li key={link.id} className={styles.link} data-place={`itemLink:${link.id}`}>
            <span className={styles.tag}>{end?.label ? <IdTag accent>{end.label}</IdTag> : null}</span>
            <span className={styles.words}>
              {end?.kind === 'stop' && <span className={styles.kind}>contradicts </span>}
              {target === null ? (
                'What it was linked to is gone'
              ) : (
                <LinkButton quiet onPress={() => window.go('map', null, target)}>
                  {end?.says ?? ''}
                </LinkButton>
              )}
              {link.how === 'suggested' && <span className={styles.from}>From a suggestion</span>}
            </span>
            {!readOnly && (
              <IconButton
                icon="unlink"
                small
                label={`Unlink ${end?.label || end?.says || 'it'}`}
                onPress={() => {
                  const says = edits.unlink([item], [link]);
                  onDone?.(says);
                }}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
