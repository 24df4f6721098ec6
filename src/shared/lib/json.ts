/** Reads JSON from strangers: capped, without doubled or dangerous keys, and with text that is whole. */
import { fail, ok, type Result } from './result.ts';

/** The caps: size in bytes of UTF-8, and levels of arrays and objects. */
export type JsonCaps = { readonly bytes: number; readonly depth: number };

/** What is wrong with a text that should be JSON; `at` counts characters from 0. */
export type JsonProblem = {
  readonly code: 'too-large' | 'too-deep' | 'syntax' | 'doubled-key' | 'forbidden-key' | 'broken-text';
  readonly at: number;
};

/** Parses JSON; a byte order mark at the start is allowed. The first problem ends it. */
export function parseJsonCapped(text: string, caps: JsonCaps): Result<unknown, JsonProblem> {
  if (text.length > caps.bytes || utf8Length(text) > caps.bytes) return fail({ code: 'too-large', at: 0 });
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (!source.isWellFormed()) return fail({ code: 'broken-text', at: 0 });
  const problem = scan(source, caps.depth);
  if (problem !== null) return fail(problem);
  try {
    return ok(JSON.parse(source));
  } catch {
    return fail({ code: 'syntax', at: source.length });
  }
}

/** The problem in words that fit into a sentence: "it is nested too deeply (at character 12)". */
export function describeJsonProblem({ code, at }: JsonProblem): string {
  return at === 0 ? words[code] : `${words[code]} (at character ${at + 1})`;
}

const words: Readonly<Record<JsonProblem['code'], string>> = {
  'too-large': 'it is too large',
  'too-deep': 'it is nested too deeply',
  syntax: 'it is not complete JSON',
  'doubled-key': 'it names the same field twice',
  'forbidden-key': 'it uses a field name that is not allowed',
  'broken-text': 'it holds half of a character pair or a zero byte',
};

/** Goes through the marks without building anything: JSON.parse would fail on depth and keep the last of two keys. */
function scan(source: string, depth: number): JsonProblem | null {
  const open: (Set<string> | null)[] = [];
  let keyNext = false;
  for (let at = 0; at < source.length; at++) {
    const mark = source[at];
    if (mark === '"') {
      const end = endOfString(source, at);
      if (end < 0) return { code: 'syntax', at };
      const problem = checkString(source.slice(at, end), keyNext ? (open.at(-1) ?? null) : null, at);
      if (problem !== null) return problem;
      keyNext = false;
      at = end - 1;
    } else if (mark === '{' || mark === '[') {
      open.push(mark === '{' ? new Set() : null);
      if (open.length > depth) return { code: 'too-deep', at };
      keyNext = mark === '{';
    } else if (mark === '}' || mark === ']') open.pop();
    else if (mark === ',') keyNext = open.at(-1) instanceof Set;
  }
  return null;
}

/** The position after the closing quotation mark, which an odd number of backslashes before it would make a letter. */
function endOfString(source: string, start: number): number {
  for (let at = source.indexOf('"', start + 1); at >= 0; at = source.indexOf('"', at + 1)) {
    let slashes = 0;
    while (source[at - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return at + 1;
  }
  return -1;
}

function checkString(quoted: string, keys: Set<string> | null, at: number): JsonProblem | null {
  if (keys === null && !quoted.includes('\\u')) return null;
  const text = unquote(quoted);
  if (text === null) return { code: 'syntax', at };
  if (!text.isWellFormed() || text.includes('\0')) return { code: 'broken-text', at };
  if (keys === null) return null;
  if (forbidden.has(text)) return { code: 'forbidden-key', at };
  if (keys.has(text)) return { code: 'doubled-key', at };
  keys.add(text);
  return null;
}

/** Names that change an object's nature when they are copied carelessly. */
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

function unquote(quoted: string): string | null {
  if (!quoted.includes('\\')) return quoted.slice(1, -1);
  try {
    return String(JSON.parse(quoted));
  } catch {
    return null;
  }
}

function utf8Length(text: string): number {
  let length = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // A pair of units takes four bytes: two for each of its halves.
    if (unit > 0x7f) length += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  }
  return length;
}
