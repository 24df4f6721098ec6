/** One piece of evidence in the ledger. */
import { memo } from 'react';
import type { EvidenceLink } from '../../../shared/model/index.ts';
import { entities } from '../../../shared/model/index.ts';
import { showDay } from '../../parts/format.ts';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import type { LedgerRow } from './ledger-filter.ts';
import styles from './ledger.module.css';

const kinds: Readonly<Record<string, string>> = entities.evidence.fields.kind.options ?? {};

/** Shows the words, who said them, and what they are linked to; a tick where it is gathered with others. */
export const LedgerLine = memo(function LedgerLine({
  line: { row, from, links, answer },
  tagOf,
  marked,
}: {
  line: LedgerRow;
  tagOf: (link: EvidenceLink) => string;
  marked: boolean;
}) {
  const quoted = row.kind === 'quote' && row.fidelity === 'verbatim';
  const states = [
    row.objection ? ((answer?.disposition ?? null) === null ? 'objection' : 'objection, answered') : '',
    row.askLater ? 'ask later' : '',
    row.withdrawn ? 'withdrawn' : '',
    row.fidelity === 'translated' ? 'translated' : '',
    row.warnedOn === null ? '' : `warned ${showDay(row.warnedOn, 'shortDay')}`,
    row.kind === 'quote' ? '' : (kinds[row.kind] ?? '').toLowerCase(),
  ].filter(Boolean);
  return (
    <div className={classNames(styles.piece, row.withdrawn && styles.withdrawn)}>
      <p className={styles.words}>
        {marked && (
          <span className={styles.tick}>
            <Icon name="check" small />
          </span>
        )}
        {row.text === '' ? (
          <span className={styles.quiet}>{row.withdrawn ? 'Words taken back' : 'No words yet'}</span>
        ) : quoted ? (
          `“${row.text}”`
        ) : (
          row.text
        )}
      </p>
      <p className={styles.by}>
        <span>
          {from}
          {row.saidOn !== null && `, ${showDay(row.saidOn, 'shortDay')}`}
          {states.length > 0 && `, ${states.join(', ')}`}
        </span>
        {links.length === 0 ? (
          <span>linked to nothing</span>
        ) : (
          links.map((link) => (
            <span key={link.id} className={styles.tag}>
              {link.counter ? 'against ' : ''}
              {tagOf(link)}
            </span>
          ))
        )}
      </p>
    </div>
  );
});
