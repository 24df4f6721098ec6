/** What open files need now and then, and what comes of it, handed to the windows that watch them. */
import type { FileEvent } from '../../shared/api/files.ts';
import type { Finding } from '../store/types.ts';
import type { Session, Sessions } from './sessions.ts';
import { showBackup, showNotice } from './show-file.ts';

/** Looks after all open files. */
export type Upkeep = {
  /** One turn of every file. */
  run(): void;
  /** What happens to a file from now on; before that what nobody has heard yet, and the damage that stands. */
  watch(session: Session, signal: AbortSignal | undefined): AsyncGenerator<FileEvent, void>;
  /** A check of the whole file says what damage stands. */
  found(session: Session, findings: readonly Finding[]): void;
  repaired(session: Session, entity: string, id: string): void;
};

type State = { findings: readonly Finding[]; unheard: FileEvent[]; problems: ReadonlySet<string> };

/** Events that are kept while nobody watches; older ones go. */
const mostKept = 100;

/** Opens the upkeep of all files of a register. */
export function openUpkeep(sessions: Sessions): Upkeep {
  const states = new WeakMap<Session, State>();
  const stateOf = (session: Session): State => {
    const state = states.get(session) ?? { findings: [], unheard: [], problems: new Set<string>() };
    states.set(session, state);
    return state;
  };
  const tell = (session: Session, event: FileEvent): void => {
    const state = stateOf(session);
    if (session.events.isHeard()) session.events.tell(event);
    else if (event.event !== 'findings') state.unheard = [...state.unheard, event].slice(-mostKept);
  };
  const keepUp = (session: Session): void => {
    const state = stateOf(session);
    const { backup, findings, notices, problems } = session.file.upkeep();
    if (findings.length > 0) {
      state.findings = findings;
      tell(session, { event: 'findings', findings: [...findings] });
    }
    for (const notice of notices) tell(session, { event: 'notice', notice: showNotice(notice) });
    if (backup !== null) tell(session, { event: 'backup', backup: showBackup(backup) });
    // A folder that is closed to us stays so from turn to turn, and is told once.
    for (const problem of problems) {
      if (!state.problems.has(JSON.stringify(problem))) tell(session, { event: 'problem', error: problem });
    }
    state.problems = new Set(problems.map((problem) => JSON.stringify(problem)));
  };
  return {
    run: () => {
      for (const session of sessions.all()) keepUp(session);
    },
    watch(session, signal) {
      const state = stateOf(session);
      const standing: FileEvent[] =
        state.findings.length === 0 ? [] : [{ event: 'findings', findings: [...state.findings] }];
      return session.events.watch(signal, [...standing, ...state.unheard.splice(0)]);
    },
    found: (session, findings) => {
      stateOf(session).findings = findings;
    },
    repaired(session, entity, id) {
      const state = stateOf(session);
      state.findings = state.findings.filter((one) => one.entity !== entity || one.id !== id);
    },
  };
}
