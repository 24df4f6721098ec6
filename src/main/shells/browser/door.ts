/** Who may come in: one-time codes that open a window, and the tokens that windows then call with. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** What became of a code. */
export type Redeemed<Grant> =
  | { readonly outcome: 'opened'; readonly token: string; readonly grant: Grant; readonly key: string }
  /** Somebody used it before: the key of the page that it opened. */
  | { readonly outcome: 'used'; readonly key: string }
  | { readonly outcome: 'expired'; readonly grant: Grant }
  | { readonly outcome: 'wrong' }
  | { readonly outcome: 'too-many' };

/** Whom a token belongs to, by the key of the page; wrong ones are counted. */
export type Recognised = { readonly key: string } | { readonly key: null; readonly tooMany: boolean };

/** The codes and tokens of a running shell, in memory only. `Grant` is what a code lets its window show. */
export type Door<Grant> = {
  /** A new code; it opens one window within 30 seconds. */
  issue(grant: Grant): string;
  redeem(code: string): Redeemed<Grant>;
  recognise(token: string): Recognised;
  /** Proves to a page that this is still the server that it knows; null for a page that is not known. */
  prove(key: string, challenge: string): string | null;
  /** The page's token opens nothing any more. */
  end(key: string): void;
};

/** Milliseconds that a code lives. */
export const codeLife = 30_000;

/** Wrong codes and tokens in a minute, after which wrong ones are not even told that they are wrong. */
const wrongAMinute = 20;
const minute = 60_000;
/** Used and expired codes are remembered, so that their second use is noticed. */
const remembered = 1000;

type Code<Grant> = { readonly mark: Buffer; readonly until: number; readonly grant: Grant; key: string | null };
type Page = { readonly key: string; readonly mark: Buffer; readonly token: string };

/** Opens the door; `now` is a clock in milliseconds that nobody can set. */
export function openDoor<Grant>(now: () => number): Door<Grant> {
  // Marks instead of the secrets themselves: comparing them takes the same time whatever was guessed.
  const salt = randomBytes(32);
  const markOf = (text: string): Buffer => createHmac('sha256', salt).update(text).digest();
  const codes: Code<Grant>[] = [];
  const pages: Page[] = [];
  let wrong: number[] = [];

  function countWrong(): boolean {
    wrong = [...wrong.filter((at) => now() - at < minute), now()].slice(-wrongAMinute - 1);
    return wrong.length > wrongAMinute;
  }

  return {
    issue(grant) {
      const code = secret();
      codes.push({ mark: markOf(code), until: now() + codeLife, grant, key: null });
      if (codes.length > remembered) codes.shift();
      return code;
    },
    redeem(text) {
      const found = findByMark(codes, markOf(text));
      if (found === undefined) return { outcome: countWrong() ? 'too-many' : 'wrong' };
      if (found.key !== null) return { outcome: 'used', key: found.key };
      if (now() > found.until) return { outcome: 'expired', grant: found.grant };
      const token = secret();
      const key = randomBytes(16).toString('hex');
      found.key = key;
      pages.push({ key, mark: markOf(token), token });
      return { outcome: 'opened', token, grant: found.grant, key };
    },
    recognise(token) {
      const page = findByMark(pages, markOf(token));
      return page === undefined ? { key: null, tooMany: countWrong() } : { key: page.key };
    },
    prove(key, challenge) {
      const page = pages.find((each) => each.key === key);
      return page === undefined ? null : createHmac('sha256', page.token).update(challenge).digest('base64url');
    },
    end(key) {
      const at = pages.findIndex((page) => page.key === key);
      if (at >= 0) pages.splice(at, 1);
    },
  };
}

/** 256 bits as 43 characters. */
function secret(): string {
  return randomBytes(32).toString('base64url');
}

/** Looks at every entry, found or not. */
function findByMark<T extends { readonly mark: Buffer }>(entries: readonly T[], mark: Buffer): T | undefined {
  let found: T | undefined;
  for (const entry of entries) if (timingSafeEqual(entry.mark, mark)) found = entry;
  return found;
}
