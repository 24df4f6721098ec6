/** What is made of words that are selected in a source, each as one entry that can be undone. */
import { useMemo } from 'react';
import { passageFingerprint } from '../../../../shared/analysis/suspect.ts';
import { type Change, insertRow, updateRow } from '../../../../shared/model/change.ts';
import type { Decision, Passage, Source } from '../../../../shared/model/index.ts';
import { useEngagement, useFile, useRows } from '../../../data/hooks.ts';
import { decisionName, lastPosition } from '../../../parts/names.ts';

/** Words of a source with the passage in which they begin. */
export type Excerpt = { readonly source: Source; readonly passage: Passage; readonly text: string };

/** Longest text that is a title of its own. */
const titleLength = 80;

/** What can be made of an excerpt; each answers the id of what was made. */
export function usePassageEdits() {
  const file = useFile();
  const engagement = useEngagement().id;
  const decisions = useRows('decision');
  const stops = useRows('stop');
  return useMemo(() => {
    const evidenceRow = ({ source, passage, text }: Excerpt, id: string): Change =>
      insertRow('evidence', id, {
        engagement,
        kind: 'passage',
        text,
        fidelity: 'verbatim',
        source: source.id,
        passage: passage.id,
        locator: placeOf(passage),
        saidOn: source.datedOn,
      });
    return {
      /** A new decision in these words. */
      decide(excerpt: Excerpt): string {
        const id = file.newId();
        const { passage, text } = excerpt;
        const line = text.replaceAll(/\s+/gu, ' ').trim();
        void file.edit('Make a decision of a passage', [
          insertRow('decision', id, {
            engagement,
            title: line.length <= titleLength ? line.replace(/[.;]$/u, '') : '',
            statement: line,
            position: lastPosition(decisions),
            passage: passage.id,
            passageText: text,
            passageSeen: passageFingerprint(passage),
          }),
        ]);
        return id;
      },
      /** A decision gets its passage; one that has one keeps it, and the words become evidence for it. */
      link(excerpt: Excerpt, decision: Decision): void {
        const { passage, text } = excerpt;
        const label = `Link a passage to ${decision.label || decisionName(decision)}`.slice(0, 200);
        if (decision.passage === null) {
          const seen = passageFingerprint(passage);
          void file.edit(label, [
            updateRow('decision', decision.id, { passage: passage.id, passageText: text, passageSeen: seen }),
          ]);
          return;
        }
        const id = file.newId();
        void file.edit(label, [
          evidenceRow(excerpt, id),
          insertRow('evidenceLink', file.newId(), { engagement, evidence: id, decision: decision.id }),
        ]);
      },
      keep(excerpt: Excerpt): void {
        void file.edit('Keep a passage as evidence', [evidenceRow(excerpt, file.newId())]);
      },
      /** Work that ends, in these words; of the decision that they belong to where one is known. */
      stop(excerpt: Excerpt, decision: string | null): void {
        void file.edit('Make a stop of a passage', [
          insertRow('stop', file.newId(), {
            engagement,
            what: excerpt.text,
            decision,
            position: lastPosition(stops),
          }),
        ]);
      },
      /** Never suggests a sentence again. */
      passOver(source: Source, mark: string): void {
        void file.edit('Pass a suggested sentence over', [
          updateRow('source', source.id, { passedOver: [...source.passedOver, mark].slice(-1000) }),
        ]);
      },
      /** Takes the passage from a decision; its own words stay. */
      unlink(decision: Decision): void {
        void file.edit(`Unlink the passage of ${decision.label || decisionName(decision)}`.slice(0, 200), [
          updateRow('decision', decision.id, { passage: null, passageText: '', passageSeen: '' }),
        ]);
      },
      /** A decision that stands in no source. */
      add(): string {
        const id = file.newId();
        void file.edit('Add a decision', [
          insertRow('decision', id, { engagement, position: lastPosition(decisions) }),
        ]);
        return id;
      },
    };
  }, [file, engagement, decisions, stops]);
}

function placeOf({ page, locator }: Passage): string {
  return page === null ? locator : `p. ${page}`;
}
