/** What a piece of evidence is linked to: each link for or against, removed, or added by a few letters. */
import { useRef } from 'react';
import { deleteRow, insertRow, updateRow } from '../../../shared/model/change.ts';
import type { EvidenceLink } from '../../../shared/model/index.ts';
import { useEngagement, useFile, useReadOnly, useRows } from '../../data/hooks.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { Section } from '../../ui/pane.tsx';
import { useLinkEnds } from './link-ends.ts';
import styles from './ledger.module.css';

/** Shows and edits the links. */
export function LinkEditor({ evidence }: { evidence: string }) {
  const file = useFile();
  const engagement = useEngagement().id;
  const readOnly = useReadOnly();
  const links = useRows('evidenceLink').filter((row) => row.evidence === evidence);
  const { ends, saysOf, tagOf } = useLinkEnds();
  const box = useRef<HTMLDivElement>(null);
  const turn = ({ id, counter }: EvidenceLink): void =>
    void file.edit(counter ? 'Let evidence speak for it' : 'Let evidence speak against it', [
      updateRow('evidenceLink', id, { counter: !counter }),
    ]);
  const remove = (link: EvidenceLink): void => {
    void file.edit(`Unlink evidence from “${saysOf(link).slice(0, 120)}”`, [deleteRow('evidenceLink', link.id)]);
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('input')?.focus());
  };
  return (
    <Section title="What it is about">
      <div ref={box}>
        {links.length === 0 && <p className={styles.quiet}>Linked to nothing: it supports nothing yet.</p>}
        {links.map((link) => (
          <div key={link.id} className={styles.link} data-place={`evidenceLink:${link.id}`}>
            <span className={styles.tag}>{tagOf(link)}</span>
            <span>{saysOf(link)}</span>
            {readOnly ? (
              <span className={styles.quiet}>{link.counter ? 'Speaks against' : 'Speaks for'}</span>
            ) : (
              <>
                <Button
                  kind="quiet"
                  small
                  aria-label={`${link.counter ? 'Against' : 'For'}: ${saysOf(link)}`}
                  onPress={() => turn(link)}
                >
                  {link.counter ? 'Against' : 'For'}
                </Button>
                <IconButton icon="unlink" small label={`Unlink from ${saysOf(link)}`} onPress={() => remove(link)} />
              </>
            )}
          </div>
        ))}
        {!readOnly && (
          <ComboBox
            label="Link to something"
            hideLabel
            items={ends}
            value={null}
            placeholder="Link to an indicator, a decision or a limit"
            onChoose={(id) => {
              const end = ends.find((one) => one.id === id);
              if (end === undefined) return;
              void file.edit(`Link evidence to “${end.says.slice(0, 120)}”`, [
                insertRow('evidenceLink', file.newId(), { engagement, evidence, ...end.fields, counter: false }),
              ]);
            }}
          />
        )}
      </div>
    </Section>
  );
}
