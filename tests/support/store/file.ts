/** Client files for tests of the store: made in a folder of their own that goes when the test ends. */
import { hash } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createClientFile, openClientFile } from '../../../src/main/store/client-file.ts';
import type { Ack, ClientFile, OpenOptions, StorePorts } from '../../../src/main/store/types.ts';
import type { Failure } from '../../../src/shared/api/errors.ts';
import type { Result } from '../../../src/shared/lib/result.ts';
import type { Change } from '../../../src/shared/model/change.ts';
import { counterPorts, testId } from './ports.ts';
import { start } from './start.ts';

/** A folder with a client file in it and ports whose application folder lies beside it. */
export type Place = {
  readonly folder: string;
  readonly path: string;
  readonly ports: StorePorts;
  /** Opens the file and closes it when the test ends. */
  open(options?: OpenOptions, ports?: StorePorts): ClientFile;
  tryOpen(options?: OpenOptions): Result<ClientFile, Failure>;
};

/** A folder of its own for a test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-store-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

const plain = template(() => []);

/** A client file with a client, an engagement, a decision, a person and what else is given; closed. */
export function clientFilePlace(more?: readonly Change[]): Place {
  return more === undefined ? plain() : template(() => more)();
}

/**
 * A way to get the same client file again and again: made once, by the first rows and what `fill` does to it, then copied.
 * Each copy lies in a folder of its own, with an application folder that knows nothing of it.
 */
export function template(
  more: () => readonly Change[],
  fill: (file: ClientFile, place: Place) => void = () => undefined,
): () => Place {
  let bytes: Buffer | null = null;
  return () => {
    bytes ??= make(more(), fill);
    const folder = temporaryFolder();
    const path = join(folder, 'acme.throughline');
    writeFileSync(path, bytes, { mode: 0o600 });
    return placeAt(folder, path, counterPorts(join(folder, 'app')));
  };
}

function make(more: readonly Change[], fill: (file: ClientFile, place: Place) => void): Buffer {
  const folder = temporaryFolder();
  const path = join(folder, 'acme.throughline');
  const ports = counterPorts(join(folder, 'app'), '8');
  const { engagement } = start;
  const changes: readonly Change[] = [
    { op: 'insert', entity: 'client', id: start.client, fields: { name: 'Acme' } },
    { op: 'insert', entity: 'engagement', id: engagement, fields: { title: 'Decision to work' } },
    { op: 'insert', entity: 'decision', id: start.decision, fields: { engagement, title: 'Win the north' } },
    { op: 'insert', entity: 'stakeholder', id: start.person, fields: { engagement, name: 'Ann Lee' } },
    ...more,
  ];
  const file = taken(createClientFile(path, { opId: testId(1, 'e'), label: 'New client', changes }, ports));
  fill(file, placeAt(folder, path, ports));
  taken(file.close());
  return readFileSync(path);
}

/** A place for a file that exists already, such as a copy of a fixture. */
function placeAt(folder: string, path: string, ports: StorePorts): Place {
  const place: Place = {
    folder,
    path,
    ports,
    open: (options = {}, others = ports) => {
      const file = taken(openClientFile(path, options, others));
      onTestFinished(() => {
        file.close();
      });
      return file;
    },
    tryOpen: (options = {}) => {
      const opened = openClientFile(path, options, ports);
      if (opened.ok) onTestFinished(() => void opened.value.close());
      return opened;
    },
  };
  return place;
}

/** A copy of a fixture, with an application folder of its own. */
export function fixturePlace(name: string): Place {
  const folder = temporaryFolder();
  const path = join(folder, name);
  copyFileSync(join(import.meta.dirname, '../../fixtures/store', name), path);
  return placeAt(folder, path, counterPorts(join(folder, 'app')));
}

/** Writes an edit that has to succeed. */
export function edit(
  file: ClientFile,
  place: Place,
  changes: readonly Change[],
  more: { step?: string; label?: string } = {},
): Ack {
  return taken(file.apply({ opId: place.ports.ids(), label: 'Edit', kind: 'edit', changes, ...more }));
}

/** Sets the statement of the first decision. */
export function stateDecision(
  file: ClientFile,
  place: Place,
  statement: string,
  more: { step?: string; label?: string } = {},
): Ack {
  return edit(file, place, [{ op: 'update', entity: 'decision', id: start.decision, fields: { statement } }], more);
}

/** The value of a result that has to be one. */
export function taken<T>(result: Result<T, Failure>): T {
  if (!result.ok) throw new Error(`${result.error.code} ${JSON.stringify(result.error.params)}`);
  return result.value;
}

/** The code of a failure, or null. */
export function codeOf(result: Result<unknown, Failure>): string | null {
  return result.ok ? null : result.error.code;
}

/** Digest of a file's bytes. */
export function bytesOf(path: string): string {
  return hash('sha256', readFileSync(path));
}
