/** The ways in for those without a token: a code that opens a window, a knock of a reloaded page, a wish for proof. */
import { basename } from 'node:path';
import { z } from 'zod';
import type { Showing } from '../../../shared/api/desk.ts';
import type { Core } from '../../core.ts';
import type { Door } from './door.ts';
import type { Page, Pages } from './pages.ts';

/** What a code opens. */
export type Grant = {
  /** What the window is to show, when it comes. */
  readonly showing: () => Showing | null;
  /** The page that the new one continues, by its key. */
  readonly replaces: string | null;
  /** A client file to open, as a path. */
  readonly file: string | null;
  /** Removes what led the window here. */
  used: () => void;
};

/** What the ways in need of the shell. */
export type Surrounding = {
  readonly core: Pick<Core, 'windows' | 'grant'>;
  readonly door: Door<Grant>;
  readonly pages: Pages;
  /** Opens a window, or prints its address where there are none. */
  readonly present: (grant: Grant) => void;
  readonly print: (grant: Grant) => void;
  readonly warn: (line: string) => void;
  readonly now: () => number;
};

/** What is answered: a body, or the status of a refusal. */
export type Outcome = object | number;

/** The ways in of a running shell. */
export type WaysIn = {
  recognise(token: string): Page | number;
  outside(kind: 'boot' | 'knock' | 'proof', body: unknown): Outcome;
};

const betweenKnocks = 5000;
const betweenWarnings = 60_000;

const bootBody = z.strictObject({ code: z.string().max(100) });
const knockBody = z.strictObject({});
const proofBody = z.strictObject({ page: z.string().max(100), challenge: z.string().min(16).max(200) });

/** What the code of a new window opens. */
export function grantOf(showing: Showing | null, file: string | null = null): Grant {
  return { showing: () => showing, replaces: null, file, used: () => undefined };
}

/** Opens the ways in. */
export function openWaysIn({ core, door, pages, present, print, warn, now }: Surrounding): WaysIn {
  let knocked = Number.NEGATIVE_INFINITY;
  let warned = Number.NEGATIVE_INFINITY;

  function boot({ code }: z.infer<typeof bootBody>): Outcome {
    const redeemed = door.redeem(code);
    if (redeemed.outcome === 'wrong' || redeemed.outcome === 'too-many') {
      return refuseGuess(redeemed.outcome === 'too-many');
    }
    if (redeemed.outcome === 'used') {
      warn(
        'An address was used a second time, and the window that it had opened was ended. If that was not you, somebody else on this computer tried to get in.',
      );
      pages.end(redeemed.key);
      print(grantOf(null));
      return 403;
    }
    const { grant } = redeemed;
    grant.used();
    if (redeemed.outcome === 'expired') {
      print(grant);
      return 410;
    }
    const window = core.windows.open(grant.showing());
    pages.add(redeemed.key, window);
    if (grant.file !== null) {
      core.windows.ask(window, { ask: 'open', place: core.grant(grant.file), name: basename(grant.file) });
    }
    if (grant.replaces !== null && pages.find(grant.replaces)?.open === 0) pages.end(grant.replaces);
    return { token: redeemed.token, page: redeemed.key };
  }

  /** A page that was loaded again knows nothing of its token: a new window takes its place. */
  function knock(): Outcome {
    if (now() - knocked < betweenKnocks) return 429;
    knocked = now();
    const left = pages.leftLast();
    if (left === undefined) {
      // Nobody is missing: windows open by themselves only where none is left.
      if (pages.connected().length === 0) present(grantOf(null));
      else print(grantOf(null));
      return {};
    }
    // It stays until the new window shows its file, so that the file stays open.
    pages.begin(left)();
    const showing = (): Showing | null => (pages.find(left.key) ? core.windows.showing(left.window) : null);
    present({ showing, replaces: left.key, file: null, used: () => undefined });
    return {};
  }

  function prove({ page, challenge }: z.infer<typeof proofBody>): Outcome {
    const proof = door.prove(page, challenge);
    return proof === null ? 400 : { proof };
  }

  function refuseGuess(tooMany: boolean): number {
    if (!tooMany) return 401;
    if (now() - warned >= betweenWarnings) {
      warned = now();
      warn('Something on this computer keeps guessing the address of this window. All guesses are refused.');
    }
    return 429;
  }

  return {
    recognise(token) {
      const found = door.recognise(token);
      return found.key === null ? refuseGuess(found.tooMany) : (pages.find(found.key) ?? 401);
    },
    outside(kind, body) {
      if (kind === 'boot') return parsed(bootBody, body, boot);
      return kind === 'knock' ? parsed(knockBody, body, knock) : parsed(proofBody, body, prove);
    },
  };
}

function parsed<T>(schema: z.ZodType<T>, body: unknown, run: (wish: T) => Outcome): Outcome {
  const wish = schema.safeParse(body);
  return wish.success ? run(wish.data) : 400;
}
