#!/usr/bin/env node
// Stands in for a browser where no page is drawn: notes how it was started, follows the page that it was given to the
// address, opens a window there as the interface does, and stays until it is ended. What it
// notes goes into the file that `--notes` names.
import { appendFileSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const words = process.argv.slice(2);
const value = (name) => words.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3) ?? '';
const profile = value('user-data-dir');
const page = fileURLToPath(value('app'));
const notes = value('notes');

try {
  symlinkSync(`here-${process.pid}`, join(profile, 'SingletonLock'));
} catch {
  // A second window is handed over to the first process; this one only opens it.
}
const mode = (path) => (statSync(path).mode & 0o777).toString(8);
const address = /url=([^"]+)/.exec(readFileSync(page, 'utf8'))?.[1] ?? '';
const [origin, code] = address.split('/#');
appendFileSync(
  notes,
  `${JSON.stringify({ browser: process.pid, words, environment: process.env, page, profile, modes: [mode(page), mode(join(page, '..')), mode(profile)], code })}\n`,
);
const post = (path, body, token) =>
  fetch(`${origin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  });
if (words.includes('--idle')) {
  setInterval(() => undefined, 1000);
} else {
  const { token } = await (await post('/boot', { code })).json();
  const channel = await post('/api', {}, token);
  appendFileSync(notes, `${JSON.stringify({ open: true })}\n`);
  try {
    for await (const _ of channel.body);
  } catch {
    // The shell is gone; a window would stay.
  }
  setInterval(() => undefined, 1000);
}
