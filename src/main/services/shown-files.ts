/** The files that windows show: noted in the list of files, their facts kept, and closed when no window shows them any more. */
import type { Showing } from '../../shared/api/desk.ts';
import type { RecentFacts } from '../../shared/api/home.ts';
import { troubleOf } from '../store/trouble.ts';
import { readFacts } from './file-facts.ts';
import type { Recents } from './recents.ts';
import type { Session, Sessions } from './sessions.ts';

/** Looks after the files that windows show. */
export type ShownFiles = {
  /** A window shows this from now on. */
  shown(showing: Showing): void;
  /** The last window left a file. */
  left(file: string): void;
  /** Facts as they are now; those of last time while the file cannot be read. */
  facts(session: Session, before: RecentFacts | null): RecentFacts | null;
};

type Shown = { readonly engagement: string | null; readonly stage: number };
type Known = { readonly at: string; readonly facts: Omit<RecentFacts, 'stage'> };

/** Names of the stages in their order, as windows tell them. */
const stages = ['scope', 'sources', 'interviews', 'patterns', 'constraint', 'map', 'document', 'review'];

/** Opens the register; from then on it hears of every file that is closed. */
export function openShownFiles(sessions: Sessions, recents: Recents, today: () => string): ShownFiles {
  const shown = new WeakMap<Session, Shown>();
  const noted = new WeakSet<Session>();
  const known = new WeakMap<Session, Known>();
  const facts = (session: Session, before: RecentFacts | null): RecentFacts | null => {
    const last = shown.get(session);
    try {
      return { ...figures(session, last?.engagement ?? null), stage: last?.stage ?? before?.stage ?? 1 };
    } catch (error) {
      // Another program may hold the file just now.
      if (troubleOf(error, '') === null) throw error;
      return before;
    }
  };
  const figures = (session: Session, engagement: string | null): Omit<RecentFacts, 'stage'> => {
    const at = JSON.stringify([session.revision(), today(), engagement]);
    const found = known.get(session);
    if (found?.at === at) return found.facts;
    const asked = sessions.engagement(session.handle, engagement ?? undefined);
    const rows = asked.ok ? asked : sessions.engagement(session.handle, undefined);
    if (!rows.ok) return { ...noFacts };
    const read = readFacts(rows.value, today());
    known.set(session, { at, facts: read });
    return read;
  };
  // A list that cannot be written, or a file that cannot be read just now, is no reason not to show a file.
  const note = (session: Session): void => {
    if (noted.has(session)) return;
    try {
      const { fileId, file } = session;
      const client = file.rows('client')[0]?.name ?? '';
      if (recents.note({ id: fileId, client, path: file.path, key: file.key }).ok) noted.add(session);
    } catch (error) {
      if (troubleOf(error, '') === null) throw error;
    }
  };
  sessions.onClosing((session) => {
    if (!noted.has(session)) return;
    const before = recents.find(session.fileId)?.facts ?? null;
    recents.change(session.fileId, { facts: facts(session, before), openedBy: null });
  });
  return {
    shown({ file, engagement, stage }) {
      const session = file === null ? null : sessions.find(file);
      if (session === null || !session.ok || session.value.viewers !== null) return;
      const number = stages.indexOf(stage ?? '') + 1;
      const before = shown.get(session.value)?.stage ?? recents.find(session.value.fileId)?.facts?.stage ?? 1;
      shown.set(session.value, { engagement, stage: number === 0 ? before : number });
      note(session.value);
    },
    left: (file) => void sessions.close(file),
    facts,
  };
}

const noFacts: Omit<RecentFacts, 'stage'> = {
  title: '',
  stages: Array.from({ length: 8 }, () => 'empty' as const),
  blockers: 0,
  issue: null,
  drift: null,
  decisionInScope: false,
  due: [],
};
