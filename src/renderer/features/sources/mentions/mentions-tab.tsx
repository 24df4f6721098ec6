/** Who names whom: whether the list of work names the decisions, and the strategy the initiatives. */
import { type ReactNode, useState } from 'react';
import type { Mention, MentionCount, Mentions } from '../../../../shared/analysis/mentions.ts';
import type { Passage } from '../../../../shared/model/index.ts';
import { useFile, useRows, useWindow } from '../../../data/hooks.ts';
import { FiguresGate } from '../../../parts/figures-gate.tsx';
import { LinkButton } from '../../../ui/button.tsx';
import { CheckMark } from '../../../ui/check-mark.tsx';
import { Pane, Panes } from '../../../ui/pane.tsx';
import { Empty } from '../../../ui/states.tsx';
import styles from './mentions-tab.module.css';

/** Shows both directions, each as n of m with what stands behind every entry. */
export function MentionsTab() {
  return <FiguresGate>{({ coverage }) => <Both mentions={coverage.mentions} />}</FiguresGate>;
}

function Both({ mentions }: { mentions: Mentions }) {
  const window = useWindow();
  const items = useRows('backlogItem');
  if (mentions.decisions === null && mentions.initiatives === null)
    return (
      <div className={styles.empty}>
        <Empty
          title="Nothing to compare yet"
          text="Take in the strategy and a backlog, and make decisions of passages. Then it shows which of them name each other."
        />
      </div>
    );
  const titles = new Map(items.map((row) => [row.id, [row.key, row.title].filter((part) => part !== '').join(' ')]));
  return (
    <Panes>
      <Pane label="Decisions that the work names">
        <Direction
          title="Decisions that the list of work names"
          nothing="There is no decision or no open item yet."
          count={mentions.decisions}
          behind={({ namedIn }) =>
            namedIn.map((id) => (
              <li key={id}>
                <LinkButton onPress={() => window.go('sources', 'backlog', { entity: 'backlogItem', id })}>
                  {titles.get(id) ?? 'An item'}
                </LinkButton>
              </li>
            ))
          }
        />
      </Pane>
      <Pane label="Work that the strategy names">
        <Direction
          title={
            mentions.initiativesAre === 'parents'
              ? 'Initiatives and epics that the strategy names'
              : 'Open items that the strategy names'
          }
          nothing="There is no text of a strategy or no open item yet."
          count={mentions.initiatives}
          behind={({ namedIn }) => namedIn.map((id) => <NamedPassage key={id} id={id} />)}
        />
      </Pane>
    </Panes>
  );
}

function Direction({
  title,
  nothing,
  count,
  behind,
}: {
  title: string;
  nothing: string;
  count: MentionCount | null;
  behind: (mention: Mention) => ReactNode;
}) {
  const all = (count?.all ?? []).toSorted((a, b) => b.namedIn.length - a.namedIn.length);
  return (
    <section>
      <div className={styles.head}>
        <h2>{title}</h2>
        {count !== null && (
          <span>
            {count.n} of {count.of}
          </span>
        )}
      </div>
      {count === null && <p className={styles.quiet}>{nothing}</p>}
      <ul className={styles.list}>
        {all.map((mention) => (
          <Entry key={mention.id} mention={mention} behind={behind} />
        ))}
      </ul>
    </section>
  );
}

function Entry({ mention, behind }: { mention: Mention; behind: (mention: Mention) => ReactNode }) {
  const [open, setOpen] = useState(false);
  const named = mention.namedIn.length;
  return (
    <li className={styles.entry}>
      <div className={styles.line}>
        {named === 0 && <CheckMark kind="warning" />}
        <span className={styles.title}>{mention.title || 'Without a title'}</span>
        {named === 0 ? (
          <span className={styles.quiet}>named nowhere</span>
        ) : (
          <LinkButton aria-expanded={open} onPress={() => setOpen(!open)}>
            {open ? 'Hide' : `named ${named === 1 ? 'once' : `${named} times`}`}
          </LinkButton>
        )}
      </div>
      {open && <ul className={styles.behind}>{behind(mention)}</ul>}
    </li>
  );
}

/** A passage by its first words; its text is fetched when it is shown. */
function NamedPassage({ id }: { id: Passage['id'] }) {
  const file = useFile();
  const window = useWindow();
  const [text, setText] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  if (!asked) {
    setAsked(true);
    void file.client.changes
      .field({ file: file.handle, entity: 'passage', id, field: 'text' })
      .then((answer) => setText(answer.ok ? answer.value : ''))
      .catch(() => setText(''));
  }
  return (
    <li>
      <LinkButton onPress={() => window.go('sources', 'strategy', { entity: 'passage', id })}>
        {text === null ? 'A passage' : text.slice(0, 160) || 'A passage'}
      </LinkButton>
    </li>
  );
}
