/** The draft: sections with their lengths, the pages, and what stands before an issue. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { describeFailure } from '../../../shared/api/errors.ts';
import { useWindowState } from '../../data/hooks.ts';
import { useChecks } from '../../parts/checks.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import type { CheckKind } from '../../ui/check-mark.tsx';
import { useCommands } from '../../ui/commands.tsx';
import { Bar, Trouble, Working } from '../../ui/states.tsx';
import { BeforeIssue } from './before-issue.tsx';
import { DraftNotes } from './draft-notes.tsx';
import { useDraft } from './kept-drafts.ts';
import { pageCommands } from './page-commands.ts';
import { PageMeter } from './page-meter.tsx';
import { type PagesHandle, PagesView } from './pages-view.tsx';
import { ParagraphDock } from './paragraph-dock.tsx';
import { SectionList } from './section-list.tsx';
import { spotsOf } from './spots.ts';
import { useEdits } from './use-edits.ts';
import { sectionOfCheck } from './words.ts';
import styles from './document.module.css';

const weight: Readonly<Record<CheckKind, number>> = { blocker: 0, warning: 1, advice: 2 };

/** What stands in the key bar until a paragraph is chosen. */
const waitingCommands = [
  { id: 'document.edit', says: 'Edit the paragraph', short: 'edit the paragraph', keys: ['Enter'], bar: 2 },
  {
    id: 'document.trace',
    says: 'Trace the paragraph to its evidence',
    short: 'trace to evidence',
    keys: ['T'],
    bar: 3,
  },
].map((command) => ({
  ...command,
  group: 'Document',
  heardElsewhere: true as const,
  off: 'Choose a paragraph on the pages first.',
  run: () => undefined,
}));

/** Shows the draft; `asked` says that somebody wants to know why it cannot be issued. */
export function DraftTab({ number, asked, onAnswered }: { number: string; asked: boolean; onAnswered: () => void }) {
  const draft = useDraft();
  const drawn = draft.value;
  const edits = useEdits(drawn);
  const findings = useChecks();
  const [selected, setSelected] = useState<string | null>(null);
  const [editing, setEditing] = useState(false);
  const [section, setSection] = useState<string | null>(null);
  const pages = useRef<PagesHandle>(null);
  const right = useRef<HTMLDivElement>(null);
  const spots = useMemo(() => (drawn === null ? [] : spotsOf(drawn)), [drawn]);
  const paragraph = selected === null ? null : edits.paragraph(selected);

  const select = useCallback((key: string): void => {
    setSelected((last) => {
      if (last !== key) setEditing(false);
      return key;
    });
  }, []);
  const edit = useCallback((key: string): void => {
    setSelected(key);
    setEditing(true);
  }, []);
  const chosen = useRef<string | null>(null);
  useEffect(() => {
    if (selected !== null && selected !== chosen.current && !editing) pages.current?.focus(selected);
    chosen.current = selected;
  }, [selected, editing]);
  const endEditing = (open: boolean): void => {
    setEditing(open);
    if (!open && selected !== null) requestAnimationFrame(() => pages.current?.focus(selected));
  };
  const goTo = (id: string): void => {
    const spot = spots.find((one) => one.section === id);
    if (spot === undefined) return;
    setSection(id);
    pages.current?.show(spot);
  };
  const step = (by: number): void => {
    const ids = drawn?.sections.map(({ id }) => id).filter((id) => spots.some((one) => one.section === id)) ?? [];
    const next = ids[Math.max(0, Math.min(ids.length - 1, ids.indexOf(section ?? ids[0] ?? '') + by))];
    if (next !== undefined) goTo(next);
  };
  useCommands([
    ...pageCommands((by) => pages.current?.page(by)),
    { id: 'document.sectionUp', says: 'Section above', group: 'Document', keys: ['Alt Up'], run: () => step(-1) },
    {
      id: 'document.sectionDown',
      says: 'Section below',
      short: 'section',
      caps: 'Alt Up Down',
      group: 'Document',
      keys: ['Alt Down'],
      bar: 1,
      run: () => step(1),
    },
    ...(paragraph === null ? waitingCommands : []),
    {
      id: 'document.away',
      says: 'Put the paragraph away',
      group: 'Document',
      keys: ['Escape'],
      keyOnly: true,
      off: selected === null || editing ? ' ' : '',
      run: () => setSelected(null),
    },
  ]);
  useTargetedEdit(edits.sectionOfEdit, edits.byKey, select);
  // Asked why it cannot be issued, the list of reasons takes the focus.
  useEffect(() => {
    if (!asked) return;
    right.current?.querySelector<HTMLElement>('button')?.focus();
    onAnswered();
  }, [asked, onAnswered]);

  const checks = useMemo(() => worstChecks(findings, edits.sectionOfEdit), [findings, edits.sectionOfEdit]);
  return (
    <div className={styles.columns}>
      <div className={styles.left}>
        <PageMeter draft={draft} />
        {drawn !== null && draft.busy !== null && (
          <p className={styles.status} role="status">
            <span>Laying out anew{draft.busy > 1 ? `, ${draft.busy} tries` : ''}…</span>
            <LinkButton onPress={draft.cancel}>Stop</LinkButton>
          </p>
        )}
        {drawn !== null && draft.stopped && (
          <p className={styles.status}>
            <span>Stopped: the pages are older than the data.</span>
            <LinkButton onPress={draft.again}>Lay out now</LinkButton>
          </p>
        )}
        {drawn !== null && (
          <>
            <SectionList
              drawn={drawn}
              current={paragraph?.section ?? section}
              edited={edits.sections}
              checks={checks}
              onSelect={goTo}
            />
            <DraftNotes drawn={drawn} edits={edits} onOvertaken={select} />
          </>
        )}
      </div>
      <div className={styles.middle}>
        {drawn !== null && draft.error !== null && (
          <Bar
            kind="warning"
            title="The pages could not be laid out anew."
            text={describeFailure(draft.error)}
            action={{ says: 'Try again', onPress: draft.again }}
          />
        )}
        {drawn === null ? (
          <div className={styles.state}>
            {draft.error !== null || draft.stopped ? (
              <Trouble
                title={draft.stopped ? 'The pages were not laid out.' : 'The pages could not be laid out.'}
                text={draft.error === null ? 'You stopped it. Nothing was changed.' : describeFailure(draft.error)}
                actions={<Button onPress={draft.again}>Lay out the pages</Button>}
              />
            ) : (
              <Working
                title="Laying out the pages"
                detail={draft.busy === null || draft.busy < 1 ? 'Composing the text' : `${draft.busy} tries laid out`}
                done={0}
                total={null}
                onCancel={draft.cancel}
              />
            )}
          </div>
        ) : (
          <PagesView
            handle={pages}
            drawn={drawn}
            label="Pages of the draft"
            selected={selected}
            edits={edits.byKey}
            stale={edits.stale}
            onSelect={select}
            onEdit={edit}
            onSection={setSection}
          />
        )}
        {paragraph !== null && (
          <section className={styles.dock} aria-label="The chosen paragraph">
            <ParagraphDock
              key={paragraph.key}
              paragraph={paragraph}
              edits={edits}
              editing={editing}
              onEditing={endEditing}
              onClose={() => setSelected(null)}
            />
          </section>
        )}
      </div>
      <div className={styles.right} ref={right}>
        <BeforeIssue findings={findings} number={number} />
      </div>
    </div>
  );
}

function worstChecks(
  findings: ReturnType<typeof useChecks>,
  sectionOfEdit: ReadonlyMap<string, string>,
): ReadonlyMap<string, CheckKind> {
  const worst = new Map<string, CheckKind>();
  for (const finding of findings) {
    const section = sectionOfCheck(finding, sectionOfEdit);
    if (section === null || finding.accepted !== undefined || finding.severity === 'advice') continue;
    const before = worst.get(section);
    if (before === undefined || weight[finding.severity] < weight[before]) worst.set(section, finding.severity);
  }
  return worst;
}

/** Chooses the paragraph of an edit that one was led to. */
function useTargetedEdit(
  sectionOfEdit: ReadonlyMap<string, string>,
  byKey: ReadonlyMap<string, string>,
  select: (key: string) => void,
): void {
  const target = useWindowState((state) => state.place.target);
  const turn = useWindowState((state) => state.place.turn);
  const done = useRef(0);
  useEffect(() => {
    if (target?.entity !== 'paragraphEdit' || done.current === turn || !sectionOfEdit.has(target.id)) return;
    done.current = turn;
    const key = [...byKey].find(([, id]) => id === target.id)?.[0];
    if (key !== undefined) select(key);
  }, [target, turn, sectionOfEdit, byKey, select]);
}
