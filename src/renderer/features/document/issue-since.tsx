/** What changed in the file since an issue, decision by decision. */
import { useEffect, useState } from 'react';
import { describeFailure, type Failure } from '../../../shared/api/errors.ts';
import type { ChangesSince, FieldSince, RowSince } from '../../../shared/document/since.ts';
import { stageOf } from '../../../shared/analysis/readiness/finding.ts';
import { entities, type Issue } from '../../../shared/model/index.ts';
import type { Field } from '../../../shared/model/define.ts';
import { useFile, useFileState, useKit, useWindow } from '../../data/hooks.ts';
import { stageIds } from '../../parts/checks.tsx';
import { countOf, showDay } from '../../parts/format.ts';
import { kitName } from '../../parts/kit-words.ts';
import { LinkButton } from '../../ui/button.tsx';
import { IdTag } from '../../ui/marks.tsx';
import styles from './document.module.css';

/** Shows the changes, and leads to each row. */
export function IssueSince({ issue }: { issue: Issue }) {
  const file = useFile();
  const revision = useFileState((state) => state.revision);
  const [since, setSince] = useState<ChangesSince | null>(null);
  const [error, setError] = useState<Failure | null>(null);
  useEffect(() => {
    let gone = false;
    const ask = async (): Promise<void> => {
      try {
        const answer = await file.client.documents.changedSince({ file: file.handle, issue: issue.id });
        if (gone) return;
        setSince(answer.ok ? answer.value : null);
        setError(answer.ok ? null : answer.error);
      } catch {
        // The stream of changes says when the core is gone.
      }
    };
    const timer = setTimeout(() => void ask(), 300);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [file, issue.id, revision]);
  return (
    <section aria-label="Changed since" className={styles.since}>
      <h2>Changed since</h2>
      {error !== null && <p className={styles.quiet}>{describeFailure(error)}</p>}
      {since === null && error === null && <p className={styles.quiet}>Being compared…</p>}
      {since !== null && <Shown since={since} />}
    </section>
  );
}

function Shown({ since }: { since: ChangesSince }) {
  const { decisions, others, counts } = since;
  if (decisions.length + others.length + counts.length === 0) {
    return <p className={styles.quiet}>Nothing: the data is as it was issued.</p>;
  }
  return (
    <div className={styles.since}>
      {decisions.map(({ id, label, name, rows }) => (
        <div key={id}>
          <h3 className={styles.sinceTitle}>
            {label !== '' && <IdTag accent>{label}</IdTag>}
            <span>{name || 'Decision without words'}</span>
          </h3>
          <Rows rows={rows} />
        </div>
      ))}
      {others.length > 0 && (
        <div>
          <h3 className={styles.sinceTitle}>Beside the decisions</h3>
          <Rows rows={others} />
        </div>
      )}
      {counts.length > 0 && (
        <div>
          <h3 className={styles.sinceTitle}>Behind them</h3>
          <ul>
            {counts.map(({ entity, added, changed, removed }) => {
              const parts = [
                added > 0 && `${added} added`,
                changed > 0 && `${changed} changed`,
                removed > 0 && `${removed} removed`,
              ].filter(Boolean);
              const { one, many } = entities[entity];
              return (
                <li key={entity} className={styles.sinceRow}>
                  {countOf(added + changed + removed, one, many)}: {parts.join(', ')}
                </li>
              );
            })}
          </ul>
        </div>
      )}
    </div>
  );
}

function Rows({ rows }: { rows: readonly RowSince[] }) {
  const window = useWindow();
  return (
    <ul>
      {rows.map(({ entity, id, name, op, fields }) => (
        <li key={`${entity}${id}`} className={styles.sinceRow}>
          {op === 'removed' ? (
            <span>{name}</span>
          ) : (
            <LinkButton onPress={() => window.go(stageIds[stageOf(entity) - 1] ?? 'scope', null, { entity, id })}>
              {name}
            </LinkButton>
          )}{' '}
          <span className={styles.quiet}>
            {entities[entity].one}, {op}
          </span>
          {op === 'changed' &&
            fields.map((field) => (
              <span key={field.field} className={styles.change}>
                {field.says}: <ChangedText entity={entity} field={field} />
              </span>
            ))}
        </li>
      ))}
    </ul>
  );
}

function ChangedText({ entity, field }: { entity: RowSince['entity']; field: FieldSince }) {
  const kit = useKit();
  const declared = (entities[entity].fields as Readonly<Record<string, Field>>)[field.field];
  const shown = (text: string): string => {
    if (text === '') return 'nothing';
    if (declared?.kind === 'date') return showDay(text);
    if (declared?.kitList !== null && declared !== undefined) return kitName(kit, declared.kitList, text);
    return text;
  };
  return (
    <>
      <del>{shown(field.from)}</del> → <ins>{shown(field.to)}</ins>
    </>
  );
}
