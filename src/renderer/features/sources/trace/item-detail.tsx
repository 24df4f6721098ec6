/** The item that is chosen: its words, what it is linked to, and what is suggested for it. */
import type { OpenItem } from '../../../../shared/analysis/backlog-items.ts';
import type { Suggestion } from '../../../../shared/analysis/suggest/suggest.ts';
import { entities } from '../../../../shared/model/index.ts';
import { describeFailure } from '../../../../shared/api/errors.ts';
import { useFileState, useKit, useReadOnly, useWindow } from '../../../data/hooks.ts';
import { Field } from '../../../parts/field.tsx';
import { kitName } from '../../../parts/kit-words.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { KeyCaps } from '../../../ui/keys-cap.tsx';
import { IdTag } from '../../../ui/marks.tsx';
import { ItemLinks } from '../item-links.tsx';
import { useLinkEnds } from '../use-open-work.ts';
import type { CoverageActions } from './coverage-commands.ts';
import { Strength } from './strength.tsx';
import type { SuggestionsOf } from './use-suggestions.ts';
import styles from './item-detail.module.css';

/** Shows an item with the actions on it. */
export function ItemDetail({
  item,
  suggestions,
  actions,
  onSaid,
}: {
  item: OpenItem;
  suggestions: SuggestionsOf;
  actions: CoverageActions;
  onSaid: (says: string) => void;
}) {
  const readOnly = useReadOnly();
  const window = useWindow();
  const kit = useKit();
  const { row } = item;
  const where = kitName(kit, 'functions', item.function) || row.functionText;
  const found = suggestions.of(row);
  const status = entities.backlogItem.fields.status.options?.[row.status] ?? row.status;
  return (
    <div className={styles.detail}>
      <p className={styles.facts}>{[row.key, status.toLowerCase(), where].filter(Boolean).join(', ')}</p>
      <div className={styles.title}>
        <Field key={`${row.id}t`} entity="backlogItem" id={row.id} name="title" hideLabel bare wrap />
      </div>
      <Field
        key={`${row.id}d`}
        entity="backlogItem"
        id={row.id}
        name="description"
        hideLabel
        bare
        placeholder="No description"
      />
      <div className={styles.labels}>
        <Field key={`${row.id}b`} entity="backlogItem" id={row.id} name="basis" none="Not said" bare />
      </div>
      {row.labels.length > 0 && <p className={styles.labels}>Labels: {row.labels.join(', ')}</p>}
      <p className={styles.labels}>
        <LinkButton onPress={() => window.go('sources', 'backlog', { entity: 'backlogItem', id: row.id })}>
          All its fields
        </LinkButton>
      </p>
      {(item.class === 'traced' || item.class === 'contradicting') && (
        <>
          <h2>Linked to</h2>
          <ItemLinks item={row} onDone={onSaid} />
        </>
      )}
      {!readOnly && (
        <div className={styles.actions}>
          <Button small keys="L" onPress={actions.link}>
            Link to
          </Button>
          <Button small keys="O" aria-pressed={row.keepsLightsOn} onPress={actions.lightsOn}>
            Lights on
          </Button>
          <Button small keys="C" onPress={actions.contradicts}>
            Contradicts
          </Button>
        </div>
      )}
      {(item.class === 'orphan' || item.class === 'lights-on') && (
        <>
          <h2>Suggestions</h2>
          {found === null ? (
            <p className={styles.labels}>
              {suggestions.error === null
                ? 'Comparing the words of the backlog with those of decisions and priorities.'
                : describeFailure(suggestions.error)}
            </p>
          ) : (
            <Ranked found={found} onAccept={readOnly ? null : actions.accept} />
          )}
        </>
      )}
    </div>
  );
}

function Ranked({ found, onAccept }: { found: readonly Suggestion[]; onAccept: ((rank: number) => void) | null }) {
  const ends = useLinkEnds();
  if (found.length === 0) {
    return <p className={styles.labels}>No similar priority or decision. L links it to what you choose.</p>;
  }
  return (
    <>
      <ul className={styles.ranked}>
        {found.slice(0, 3).map((suggestion, at) => {
          const end = ends.get(suggestion.id);
          const words = (
            <>
              <IdTag accent>{end?.label ?? ''}</IdTag>
              <span className={styles.words}>
                <span>{end?.says ?? suggestion.title}</span>
                <span className={styles.shares}>
                  <Shares suggestion={suggestion} />
                </span>
              </span>
              <Strength of={suggestion.strength} />
              <KeyCaps of={String(at + 1)} silent />
            </>
          );
          return (
            <li key={suggestion.id}>
              {onAccept === null ? (
                <div className={styles.one}>{words}</div>
              ) : (
                <button type="button" className={styles.one} onClick={() => onAccept(at)}>
                  {words}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      <p className={styles.rule}>Suggestions compare words only. Nothing is linked until you accept it.</p>
    </>
  );
}

/** Which words decided, and whose they are where they are not the item's own. */
function Shares({ suggestion: { words, via } }: { suggestion: Suggestion }) {
  const relative = useFileState((state) =>
    via === undefined ? undefined : state.data.backlogItem.find((row) => row.id === via),
  );
  const whose = via === undefined ? 'shares' : `${relative?.key || relative?.title || 'a related item'} shares`;
  return `${whose} ${words.join(', ')}`;
}
