/** The sidebar of an open file: client, stages with their state, and what is missing at the stage that is shown. */
import { useMemo } from 'react';
import { stageStates, type StageState } from '../../shared/analysis/stage-state.ts';
import { scopeTo } from '../../shared/model/index.ts';
import { useEngagement, useFile, useFigures, useFileState, useWindow, useWindowState } from '../data/hooks.ts';
import { CheckList, useChecks } from '../parts/checks.tsx';
import { showDay, showSpan } from '../parts/format.ts';
import { useCommandRegister } from '../ui/commands.tsx';
import { CheckMark } from '../ui/check-mark.tsx';
import { classNames } from '../ui/class-names.ts';
import { Icon } from '../ui/icon.tsx';
import { KeyCaps } from '../ui/keys-cap.tsx';
import { StageMark } from '../ui/marks.tsx';
import { showFact } from './stage-fact.ts';
import { stages } from './stages.ts';
import styles from './sidebar.module.css';

/** Shows the stages. */
export function Sidebar() {
  const window = useWindow();
  const register = useCommandRegister();
  const stage = useWindowState((state) => state.place.stage);
  const client = useFileState((state) => state.data.client[0]?.name ?? '');
  const engagement = useEngagement();
  const file = useFile();
  const figures = useFigures();
  // They follow the figures, not each letter that somebody types.
  const states = useMemo(() => {
    const { data, engagement: id } = file.store.getState();
    return figures === null ? [] : stageStates(scopeTo(data, id), figures);
  }, [file, figures]);
  const number = stages.find(({ id }) => id === stage)?.number;
  const checks = useChecks(number).filter(({ accepted }) => accepted === undefined);
  return (
    <aside className={styles.side} aria-label="Stages">
      <button
        type="button"
        className={styles.file}
        aria-haspopup="menu"
        id="file-menu-button"
        onClick={() => register.run('file.menu')}
      >
        <span className={styles.name}>
          <span className={styles.client}>{client || 'Client without a name'}</span>
          <Icon name="chevron-down" small />
        </span>
        <span className={styles.engagement}>{showDates(engagement.startOn, engagement.endOn)}</span>
      </button>
      <nav aria-label="Stages">
        <ol className={styles.stages}>
          {stages.map(({ id, number: at, says }) => (
            <li key={id}>
              <button
                type="button"
                className={classNames(styles.stage, id === stage && styles.on)}
                aria-current={id === stage ? 'page' : undefined}
                title={says}
                onClick={() => window.go(id)}
              >
                <span className={styles.number}>{at}</span>
                <span className={styles.says}>{says}</span>
                <StageFactShown state={states.find((one) => one.stage === at)} />
              </button>
            </li>
          ))}
        </ol>
      </nav>
      {number !== undefined && figures !== null && (
        <section className={styles.missing} aria-label="Missing here">
          <h2 className={styles.heading}>Missing here</h2>
          {checks.length === 0 ? (
            <p className={styles.nothing}>Nothing. The checks of this stage are content.</p>
          ) : (
            <CheckList findings={checks} accept />
          )}
        </section>
      )}
      <div className={styles.foot}>
        <span className={styles.space} />
        <KeyCaps of="Alt 1–8" silent />
      </div>
    </aside>
  );
}

function StageFactShown({ state }: { state: StageState | undefined }) {
  if (state === undefined) return <span />;
  const { mark, says } = showFact(state);
  return (
    <>
      <span className={styles.fact}>
        {mark !== null && <CheckMark kind={mark} />}
        {says}
      </span>
      <StageMark state={state.state} />
    </>
  );
}

function showDates(from: string | null, to: string | null): string {
  if (from === null && to === null) return 'Dates not set';
  if (from !== null && to !== null && from <= to) return `Intervention, ${showSpan(from, to)}`;
  return `Intervention, ${showDay(from) || '…'} to ${showDay(to) || '…'}`;
}
