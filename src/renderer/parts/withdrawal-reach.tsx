/** What a withdrawal reaches, in words: rows by kind, texts that repeated the words, issues that hold them. */
import type { WithdrawalDone } from '../../shared/api/withdrawals.ts';
import { stageOf } from '../../shared/analysis/readiness/finding.ts';
import type { Field } from '../../shared/model/define.ts';
import { entities } from '../../shared/model/index.ts';
import { useFileState, useWindow } from '../data/hooks.ts';
import { LinkButton } from '../ui/button.tsx';
import { stageIds } from './checks.tsx';
import { countOf } from './format.ts';
import { rowName } from './names.ts';

/** Counts the rows whose words go or went. */
export function CountedWords({ words }: { words: WithdrawalDone['words'] }) {
  if (words.length === 0) return <p>No words of theirs are in the file.</p>;
  return (
    <ul>
      {words.map(({ entity, count }) => (
        <li key={entity}>
          {countOf(count, entity === 'evidence' ? 'piece of evidence' : entities[entity].one, entities[entity].many)}
        </li>
      ))}
    </ul>
  );
}

/** How far it reaches beyond what was said, without naming anything. */
export function CountedReach({ repeated, issues }: { repeated: number; issues: number }) {
  if (repeated + issues === 0) return null;
  return (
    <section aria-label="Elsewhere">
      {repeated > 0 && (
        <p>
          {countOf(repeated, 'other text repeats', 'other texts repeat')} the words; [withdrawn] stands there instead.
          Look for it after the interview.
        </p>
      )}
      {issues > 0 && <p>{countOf(issues, 'issue that was sent is', 'issues that were sent are')} marked.</p>}
    </section>
  );
}

/** Names the texts in which the words were repeated; with `onGo` each leads to its place. */
export function RepeatedPlaces({
  places,
  lead,
  onGo,
}: {
  places: WithdrawalDone['repeated'];
  lead: string;
  onGo?: () => void;
}) {
  const window = useWindow();
  const data = useFileState((state) => state.data);
  if (places.length === 0) return null;
  return (
    <section aria-label="Repeated elsewhere">
      <h3>Repeated elsewhere</h3>
      <p>{lead}</p>
      <ul>
        {places.map(({ entity, id, field }) => {
          const fields: Readonly<Record<string, Field>> = entities[entity].fields;
          const name = rowName(data, entity, id);
          const short = name.length > 60 ? `${name.slice(0, 60).toWellFormed()}…` : name;
          const says = `${short}: ${fields[field]?.says ?? field}`;
          return (
            <li key={`${entity}${id}${field}`}>
              {onGo === undefined ? (
                says
              ) : (
                <LinkButton
                  onPress={() => {
                    onGo();
                    window.go(stageIds[stageOf(entity) - 1] ?? 'scope', null, { entity, id, field });
                  }}
                >
                  {says}
                </LinkButton>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Says of each issue what it holds. */
export function MarkedIssues({ issues }: { issues: WithdrawalDone['issues'] }) {
  if (issues.length === 0) return null;
  return (
    <section aria-label="Issues">
      <h3>Issues</h3>
      <ul>
        {issues.map(({ id, number, printed }) => (
          <li key={id}>
            {printed ? `Issue ${number} prints words of these.` : `The figures of issue ${number} count them.`} It stays
            as it was sent and is marked; a new issue is without them.
          </li>
        ))}
      </ul>
    </section>
  );
}
