/** Opening and making client files, with the questions that some files raise. */
import type { Reply } from '../../shared/api/call.ts';
import type { Failure } from '../../shared/api/errors.ts';
import { describeFailure } from '../../shared/api/errors.ts';
import type { OpenedFile } from '../../shared/api/files.ts';
import type { Acceptance, Question, WindowStore } from './window.ts';

/** Opens the file at a place and shows it. */
export async function openPlace(window: WindowStore, place: string): Promise<void> {
  await tryOpen(window, (how) => window.client.files.open({ place, ...how }));
}

/** Opens a file of the list of home. */
export async function openRecent(window: WindowStore, id: string): Promise<void> {
  await tryOpen(window, (how) => window.client.home.open({ id, ...how }));
}

/** Asks for a client file and shows it. */
export async function openChosen(window: WindowStore): Promise<void> {
  const chosen = await window.choose('open', 'client');
  if (chosen !== null) await openPlace(window, chosen.place);
}

async function tryOpen(window: WindowStore, call: (how: Acceptance) => Promise<Reply<OpenedFile>>): Promise<void> {
  const open = async (how: Acceptance): Promise<void> => {
    const answer = await call(how);
    if (answer.ok) {
      window.store.setState({ question: null });
      await window.enter(answer.value);
      return;
    }
    const ways = waysOn(answer.error);
    if (ways.length === 0) {
      window.store.setState({ question: null, problem: answer.error });
      return;
    }
    window.store.setState({ question: { error: answer.error, says: describeFailure(answer.error), ways, open } });
  };
  try {
    await open({});
  } catch {
    window.store.setState({ problem: { code: 'internal', params: { where: 'files.open' } } });
  }
}

function waysOn(error: Failure): Question['ways'] {
  if (error.code === 'file-older') {
    return [
      { says: 'Open it for reading', how: { readOnly: true, acceptOlder: true } },
      { says: 'Go on with the older state', how: { acceptOlder: true } },
    ];
  }
  if (error.code === 'file-forked') {
    return [
      { says: 'Open it for reading', how: { readOnly: true, acceptFork: true } },
      { says: 'Go on with this copy', how: { acceptFork: true } },
    ];
  }
  return [];
}
