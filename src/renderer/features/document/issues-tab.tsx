/** What was issued: each issue with its pages as they were sent, and what changed since. */
import { useEffect, useRef, useState } from 'react';
import { describeFailure } from '../../../shared/api/errors.ts';
import type { DrawnIssue } from '../../../shared/document/drawn.ts';
import type { Issue } from '../../../shared/model/index.ts';
import type { ClientFileView } from '../../data/client-file.ts';
import { useFile, useFileState, useRows, useWindow, useWindowState } from '../../data/hooks.ts';
import { CheckList } from '../../parts/checks.tsx';
import { countOf, showBytes, showDay } from '../../parts/format.ts';
import { Button } from '../../ui/button.tsx';
import { useCommands } from '../../ui/commands.tsx';
import { RovingList } from '../../ui/list.tsx';
import { Bar, Empty, Snack, Trouble, Working } from '../../ui/states.tsx';
import { IssueSince } from './issue-since.tsx';
import { pageCommands } from './page-commands.ts';
import { type PagesHandle, PagesView } from './pages-view.tsx';
import type { Issuing } from './use-issuing.ts';
import { useLaidOut } from './use-laid-out.ts';
import styles from './document.module.css';

/** Shows the issues, newest first. */
export function IssuesTab({ next }: { next: Issuing }) {
  const window = useWindow();
  const issues = useRows('issue').toReversed();
  const target = useWindowState((state) => state.place.target);
  const turn = useWindowState((state) => state.place.turn);
  const [chosen, setChosen] = useState<string | null>(null);
  const led = useRef(0);
  useEffect(() => {
    if (target?.entity !== 'issue' || led.current === turn) return;
    led.current = turn;
    setChosen(target.id);
  }, [target, turn]);
  const issue = issues.find(({ id }) => id === chosen) ?? issues[0];
  if (issue === undefined) {
    return (
      <div className={styles.state}>
        <Empty
          title={
            next.blockers.length === 0
              ? 'Nothing is issued yet'
              : `Nothing is issued yet, and this stands against ${next.number}`
          }
          text={
            next.off === '' ? (
              `Issuing freezes the pages and the data behind them as ${next.number}, so that what was sent can be shown at any time.`
            ) : next.blockers.length === 0 ? (
              next.off
            ) : (
              <CheckList findings={next.blockers} />
            )
          }
          actions={
            next.off === '' ? (
              <Button onPress={next.run}>Issue {next.number}</Button>
            ) : (
              <Button onPress={() => window.go('document', 'draft')}>Look at the draft</Button>
            )
          }
        />
      </div>
    );
  }
  return (
    <div className={styles.columns}>
      <div className={styles.left}>
        <RovingList
          label="Issues, newest first"
          items={issues}
          keyOf={({ id }) => id}
          selectedId={issue.id}
          onSelect={setChosen}
          render={({ id, number, issuedOn, pages, withdrawn }) => (
            <span className={styles.issueRow} data-place={`issue:${id}`}>
              <b>{number}</b>
              <span>{showDay(issuedOn) || 'Day not kept'}</span>
              <span className={styles.quiet}>{pages === null ? '' : countOf(pages, 'page', 'pages')}</span>
              {withdrawn !== null && <span className={styles.quiet}>words taken back</span>}
            </span>
          )}
        />
      </div>
      <IssueShown key={issue.id} issue={issue} next={next} />
    </div>
  );
}

const kept = new WeakMap<ClientFileView, Map<string, DrawnIssue>>();

function IssueShown({ issue, next }: { issue: Issue; next: Issuing }) {
  const file = useFile();
  const window = useWindow();
  const client = useFileState((state) => state.data.client[0]?.name ?? '') || 'Client';
  const pages = useRef<PagesHandle>(null);
  const [said, setSaid] = useState<string | null>(null);
  const issues = kept.get(file) ?? new Map<string, DrawnIssue>();
  kept.set(file, issues);
  const { client: core, handle } = file;
  const shown = useLaidOut(issue.id, (work) => core.documents.issuedPages({ file: handle, issue: issue.id, work }), {
    get: () => issues.get(issue.id) ?? null,
    set: (value) => void issues.set(issue.id, value),
  });
  const write = async (): Promise<void> => {
    const chosen = await window.choose('save', 'document', `${client}, strategic intervention ${issue.number}`);
    if (chosen === null) return;
    const answer = await core.documents.issued({ file: handle, issue: issue.id, place: chosen.place });
    if (answer.ok)
      setSaid(`${chosen.name} is written, ${showBytes(answer.value.bytes)}: the very file that was issued.`);
    else window.fail(answer.error);
  };
  useCommands([
    ...pageCommands((by) => pages.current?.page(by)),
    {
      id: 'document.writeIssue',
      says: `Write issue ${issue.number} as Word`,
      short: 'write as Word',
      group: 'Document',
      keys: ['Alt W'],
      bar: 1,
      run: () => void write(),
    },
  ]);
  const { value, error, stopped, busy } = shown;
  return (
    <>
      <div className={styles.middle}>
        {issue.withdrawn !== null && (
          <Bar
            kind="warning"
            title={
              issue.withdrawn === 'printed'
                ? `It prints words that were taken back on ${showDay(issue.withdrawnOn)}.`
                : `Its figures count somebody whose words were taken back on ${showDay(issue.withdrawnOn)}.`
            }
            text={`It stays as it was sent. Issue ${next.number} will be without them.`}
            action={{
              says: next.off === '' ? `Issue ${next.number}` : 'Look at the draft',
              onPress: next.off === '' ? next.run : () => window.go('document', 'draft'),
            }}
          />
        )}
        <Bar
          kind="read-only"
          title={`Issue ${issue.number} of ${showDay(issue.issuedOn)}.`}
          text={
            value !== null && !value.same
              ? 'Drawn again from the frozen data, it differs from the file that was issued: kit, logo or tools have changed since. The file itself is kept as it was.'
              : 'It is frozen: nothing in it can be changed.'
          }
        />
        {value !== null ? (
          <PagesView handle={pages} drawn={value.drawn} label={`Pages of issue ${issue.number}`} />
        ) : (
          <div className={styles.state}>
            {error !== null || stopped ? (
              <Trouble
                title="The pages of this issue could not be drawn."
                text={error === null ? 'You stopped it. Nothing was changed.' : describeFailure(error)}
                actions={<Button onPress={shown.again}>Draw the pages</Button>}
              />
            ) : (
              <Working
                title={`Drawing the pages of issue ${issue.number}`}
                detail={busy === null || busy < 1 ? 'Reading the frozen data' : 'Laying out the pages'}
                done={0}
                total={null}
                onCancel={shown.cancel}
              />
            )}
          </div>
        )}
      </div>
      <div className={styles.right}>
        <div className={styles.issueColumn}>
          <dl className={styles.facts}>
            <dt>Issue</dt>
            <dd>{issue.number}</dd>
            <dt>Issued on</dt>
            <dd>{showDay(issue.issuedOn, 'longDay') || 'Not kept'}</dd>
            <dt>By</dt>
            <dd>{value === null ? '…' : value.by || 'Nobody was named'}</dd>
            <dt>Pages</dt>
            <dd>
              {issue.pages ?? '–'}, {issue.paper === 'A4' ? 'A4' : 'US Letter'}
            </dd>
            <dt>Revision</dt>
            <dd>{issue.revision ?? '–'}</dd>
            <dt>File</dt>
            <dd title={issue.fileDigest}>SHA-256 {issue.fileDigest.slice(0, 16)}…</dd>
            <dt>Data</dt>
            <dd title={issue.snapshotDigest}>SHA-256 {issue.snapshotDigest.slice(0, 16)}…</dd>
          </dl>
          <div>
            <Button small onPress={() => void write()}>
              Write it as Word
            </Button>
          </div>
          <IssueSince issue={issue} />
        </div>
      </div>
      {said !== null && <Snack text={said} actionSays="Put away" keys="Escape" onAction={() => setSaid(null)} />}
    </>
  );
}
