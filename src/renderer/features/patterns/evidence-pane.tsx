/** The pane with the evidence behind the pattern that is being rated. */
import { memo, useMemo } from 'react';
import { useReadOnly } from '../../data/hooks.ts';
import { useEvidenceIndex } from '../../parts/evidence-index.ts';
import { groupLinks, type LinkTarget } from '../../parts/evidence-links.ts';
import { EvidenceActions, EvidenceList, useEvidenceChoice } from '../../parts/evidence-list.tsx';
import { countOf } from '../../parts/format.ts';
import { Button } from '../../ui/button.tsx';
import { useCommands } from '../../ui/commands.tsx';
import { Pane } from '../../ui/pane.tsx';
import styles from './ratings.module.css';

/** Shows what speaks for and against a pattern. Drawn again only for what is told here: not while somebody types elsewhere. */
export const EvidencePane = memo(function EvidencePane({
  name,
  targets,
  rated,
  onLink,
}: {
  /** Name of the pattern. */
  name: string;
  /** Its indicators. */
  targets: readonly LinkTarget[];
  /** Ids of those that are rated, parted by spaces: evidence of the others does not count yet. */
  rated: string;
  onLink: () => void;
}) {
  const readOnly = useReadOnly();
  const index = useEvidenceIndex();
  const pieces = useMemo(() => groupLinks(index, targets), [index, targets]);
  const choice = useEvidenceChoice(pieces);
  const counted = new Set(rated.split(' '));
  const against = pieces.filter((one) => one.counter).length;
  const total = index.counted.size;
  useCommands([
    {
      id: 'patterns.against',
      says: 'Evidence speaks against',
      short: 'speaks against',
      group: 'Patterns',
      keys: ['X'],
      bar: 7,
      off: readOnly
        ? 'The file is open for reading only.'
        : choice.chosen === null
          ? 'Choose a piece of evidence first.'
          : '',
      run: choice.turn,
    },
  ]);
  return (
    <Pane
      label="Evidence"
      width={352}
      {...(choice.chosen === null || readOnly ? {} : { dock: <EvidenceActions choice={choice} targets={targets} /> })}
    >
      <div className={styles.head}>
        <h2>Evidence</h2>
        <span className={styles.count}>
          {pieces.length - against} for, {against} against
        </span>
      </div>
      {pieces.length === 0 ? (
        <p className={styles.none}>
          Nothing is linked to this pattern. A rating without evidence moves nothing and stays out of the document.
        </p>
      ) : (
        <EvidenceList
          pieces={pieces}
          choice={choice}
          label={`Evidence for and against ${name}`}
          uncounted={(one) =>
            one.targets.some((target) => counted.has(target.key)) ? null : 'does not count until that is rated'
          }
        />
      )}
      {!readOnly && (
        <div className={styles.more}>
          <Button
            kind="quiet"
            icon="plus"
            keys="E"
            onPress={onLink}
            off={total === 0 ? 'There is no evidence yet. It comes from interviews, sources and the backlog.' : ''}
          >
            {total === 0 ? 'Link evidence' : `Link more from ${countOf(total, 'piece', 'pieces')}`}
          </Button>
        </div>
      )}
    </Pane>
  );
});
