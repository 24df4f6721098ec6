/** What this window is and shows: its shell, the person's settings, the place where one is. */
import { createStore } from 'zustand/vanilla';
import type { Reply } from '../../shared/api/call.ts';
import type { ContractClient } from '../../shared/api/contract.ts';
import type { Capabilities, Chosen, FileKind, Showing } from '../../shared/api/desk.ts';
import type { Failure } from '../../shared/api/errors.ts';
import type { OpenedFile } from '../../shared/api/files.ts';
import type { Preferences } from '../../shared/api/preferences.ts';
import type { EntityName } from '../../shared/model/index.ts';
import { type ClientFileView, followFile } from './client-file.ts';

/** A field or row to go to; pages that show it put the focus there. */
export type Target = {
  readonly entity: EntityName;
  readonly id: string;
  readonly field?: string;
  readonly part?: string;
  /** Words of its text to select there. */
  readonly words?: string;
  /** About where these stand, if they stand there more than once. */
  readonly offset?: number;
};

/** Where one is within a file. */
export type Place = {
  /** Id of the stage, or of another screen of the file such as backups. */
  readonly stage: string;
  /** Tab of the stage; its first where none was chosen. */
  readonly tab: string | null;
  /** What to go to; `turn` grows with each wish so that the same place can be asked for twice. */
  readonly target: Target | null;
  readonly turn: number;
};

/** A wish for a place on disk that the interface's own chooser answers. */
export type Choosing = {
  readonly mode: 'open' | 'save';
  readonly kind: FileKind;
  readonly name: string;
  readonly answer: (chosen: Chosen | null) => void;
};

/** Long work that this window waits for. */
export type Working = {
  readonly title: string;
  /** Says what a cancelled run leaves behind. */
  readonly detail: string;
  readonly step: string;
  readonly done: number;
  /** 0 while it is not known. */
  readonly total: number;
  readonly cancel: () => void;
};

/** How a file is opened where it differs from what was saved last from this computer. */
export type Acceptance = { readonly readOnly?: boolean; readonly acceptOlder?: boolean; readonly acceptFork?: boolean };

/** A file that was not opened because somebody has to decide first. */
export type Question = {
  readonly error: Failure;
  readonly says: string;
  /** Ways to go on. */
  readonly ways: readonly { readonly says: string; readonly how: Acceptance }[];
  readonly open: (how: Acceptance) => Promise<void>;
};

/** A backup that is looked at: which one, and the file to go back to. */
export type Preview = { readonly backup: string; readonly fileId: string };

/** What a window is and shows. */
export type WindowState = {
  readonly client: ContractClient;
  readonly capabilities: Capabilities;
  readonly system: 'mac' | 'windows' | 'linux';
  readonly version: string;
  readonly today: string;
  readonly preferences: Preferences;
  /** The file that is shown; null at home. */
  readonly file: ClientFileView | null;
  readonly place: Place;
  /** A failure of opening or of anything else that has no place of its own, until it is put away. */
  readonly problem: Failure | null;
  readonly choosing: Choosing | null;
  readonly working: Working | null;
  /** A file that waits for a decision before it is opened. */
  readonly question: Question | null;
  /** The file that is shown is a backup, opened to be looked at. */
  readonly preview: Preview | null;
  /** Somebody of the client may see the screen: no client, no file and nothing but the page is shown. */
  readonly discreet: boolean;
};

/** The window, once it is connected. */
export type WindowStore = ReturnType<typeof openWindow>;

const start: Place = { stage: 'scope', tab: null, target: null, turn: 0 };

/** Makes the window out of what the core told at the start. */
export function openWindow(
  first: Omit<WindowState, 'file' | 'place' | 'problem' | 'choosing' | 'working' | 'question' | 'preview' | 'discreet'>,
) {
  const store = createStore<WindowState>(() => ({
    ...first,
    file: null,
    place: start,
    problem: null,
    choosing: null,
    working: null,
    question: null,
    preview: null,
    discreet: false,
  }));
  const { client } = first;

  function tell(): void {
    const { file, place, discreet } = store.getState();
    const state = file?.store.getState();
    const showing: Showing = {
      file: file?.handle ?? null,
      engagement: state === undefined || state.engagement === '' ? null : state.engagement,
      stage: file === null ? null : place.stage,
      title: discreet ? 'Interview' : (state?.data.client[0]?.name ?? ''),
    };
    void client.desk.show({ showing }).catch(() => undefined);
  }

  async function followWork(work: string, signal: AbortSignal): Promise<void> {
    try {
      for await (const { step, done, total } of await client.work.watch({ work }, { signal })) {
        const { working } = store.getState();
        if (working !== null && !signal.aborted) store.setState({ working: { ...working, step, done, total } });
      }
    } catch {
      // Without progress the work goes on all the same.
    }
  }

  return {
    store,
    client,
    /** Goes to a stage or screen of the file. */
    go(stage: string, tab: string | null = null, target: Target | null = null): void {
      const { place, file } = store.getState();
      void file?.flush();
      store.setState({ place: { stage, tab, target, turn: place.turn + 1 } });
      tell();
    },
    /** Shows an open file in this window; the one before is left. A backup says what it is and where the way back leads. */
    async enter(
      opened: OpenedFile,
      showing: Pick<Showing, 'engagement' | 'stage'> | null = null,
      preview: Preview | null = null,
    ): Promise<boolean> {
      const followed = await followFile(client, opened);
      if (!followed.ok) {
        store.setState({ problem: followed.error });
        return false;
      }
      const { file } = store.getState();
      await file?.leave();
      if (showing?.engagement) followed.value.choose(showing.engagement);
      const place = { ...start, stage: showing?.stage ?? start.stage };
      const cut = preview === null ? cutOff(followed.value, store.getState().today) : null;
      const isThere = showing === null || showing.stage === 'interviews';
      store.setState({
        file: followed.value,
        place: cut !== null && isThere ? { ...start, stage: 'interviews', tab: `interview:${cut}` } : place,
        preview,
      });
      tell();
      return true;
    },
    /** Back to the list of files. */
    async leave(): Promise<void> {
      const { file } = store.getState();
      await file?.leave();
      store.setState({ file: null, place: start, preview: null });
      tell();
    },
    fail: (problem: Failure | null) => store.setState({ problem }),
    /** Shows nothing that tells whose file this is, or shows it again. */
    hide(discreet: boolean): void {
      store.setState({ discreet });
      tell();
    },
    /** Asks for a place on disk, by the system's dialog or our own; null when nothing was chosen. */
    async choose(mode: 'open' | 'save', kind: FileKind, name = ''): Promise<Chosen | null> {
      if (store.getState().capabilities.dialogs !== 'native') {
        return new Promise((resolve) => {
          const answer = (chosen: Chosen | null): void => {
            store.setState({ choosing: null });
            resolve(chosen);
          };
          store.setState({ choosing: { mode, kind, name, answer } });
        });
      }
      const answer = await client.desk.choose({ mode, kind, ...(name === '' ? {} : { name }) });
      if (answer.ok) return answer.value;
      store.setState({ problem: answer.error });
      return null;
    },
    /** Runs a call that may take long, with its progress and a way to stop it; a failure is shown, except that it was cancelled. */
    async work<T>(title: string, detail: string, run: (work: string) => Promise<Reply<T>>): Promise<T | null> {
      const work = crypto.randomUUID();
      const ending = new AbortController();
      const cancel = (): void => void client.work.cancel({ work }).catch(() => undefined);
      store.setState({ working: { title, detail, step: '', done: 0, total: 0, cancel } });
      void followWork(work, ending.signal);
      try {
        const reply = await run(work);
        if (reply.ok) return reply.value;
        if (reply.error.code !== 'cancelled') store.setState({ problem: reply.error });
        return null;
      } finally {
        ending.abort();
        store.setState({ working: null });
      }
    },
    /** Sets something for this computer; every window follows. */
    async prefer(changes: Partial<Preferences>): Promise<void> {
      store.setState({ preferences: { ...store.getState().preferences, ...changes } });
      const answer = await client.preferences.set({ changes });
      if (!answer.ok) store.setState({ problem: answer.error });
    },
  };
}

/** The interview that runs today: whatever closed the window in the middle of it, one goes on there. */
function cutOff(file: ClientFileView, today: string): string | null {
  const { data, engagement, info } = file.store.getState();
  if (info.readOnly) return null;
  const running = data.interview.filter((row) => row.status === 'running' && row.heldOn === today);
  return running.findLast((row) => row.engagement === engagement)?.id ?? null;
}
