import { execFileSync } from 'node:child_process';
import { copyFileSync, linkSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openClientFile } from '../../../src/main/store/client-file.ts';
import { bytesOf, clientFilePlace, codeOf, stateDecision, taken } from '../../support/store/file.ts';
import { tamper } from '../../support/store/other-tool.ts';
import { start } from '../../support/store/start.ts';

describe('two of everything', () => {
  test('a second session is refused by any name of the file, and the first goes on', () => {
    const place = clientFilePlace();
    const file = place.open();
    linkSync(place.path, join(place.folder, 'hard.throughline'));
    symlinkSync(place.path, join(place.folder, 'soft.throughline'));
    const names = ['acme.throughline', 'hard.throughline', 'soft.throughline', 'app/../acme.throughline'];
    for (const name of names)
      expect(codeOf(openClientFile(`${place.folder}/${name}`, {}, place.ports))).toBe('file-locked');
    expect(stateDecision(file, place, 'still here').revision).toBe(2);
  });

  test('a second process is refused while the first lives, and let in after it was killed', () => {
    const place = clientFilePlace();
    const script = `
      const { openClientFile } = await import('./src/main/store/client-file.ts');
      const { counterPorts } = await import('./tests/support/store/ports.ts');
      const opened = openClientFile(process.argv[1], {}, counterPorts(process.argv[2]));
      process.stdout.write(opened.ok ? 'opened' : opened.error.code);
      if (opened.ok) process.kill(process.pid, 'SIGKILL');`;
    const elsewhere = (): string => {
      const args = ['--input-type=module', '-e', script, place.path, place.ports.appDir];
      try {
        return execFileSync(process.execPath, args, { encoding: 'utf8' });
      } catch (error) {
        return String((error as { stdout: unknown }).stdout);
      }
    };
    const file = place.open();
    expect(elsewhere()).toBe('file-locked');
    stateDecision(file, place, 'a');
    file.close();
    expect(elsewhere()).toBe('opened');
    expect(place.open().row('decision', start.decision)?.statement).toBe('a');
  });

  test('another computer that is writing to the file is told of', () => {
    const place = clientFilePlace();
    tamper(place.path, `INSERT INTO _meta VALUES ('lease', 'other-computer 2026-01-05T09:00:00.000Z')`);
    expect(place.open().notices).toContainEqual({ code: 'in-use-elsewhere', since: '2026-01-05T09:00:00.000Z' });
  });

  test('opening, looking and closing changes not a byte', () => {
    const place = clientFilePlace();
    const before = bytesOf(place.path);
    const file = place.open();
    file.load({ everything: true });
    file.check({ deep: false });
    file.close();
    expect(bytesOf(place.path)).toBe(before);
  });
});

describe('a file that went back or went another way since this computer saved it', () => {
  test('an older state is refused with both revisions, opens when accepted, and then counts as the newest', () => {
    const place = clientFilePlace();
    const old = join(place.folder, 'old');
    copyFileSync(place.path, old);
    const file = place.open();
    stateDecision(file, place, 'a');
    stateDecision(file, place, 'ab');
    file.close();
    copyFileSync(old, place.path);
    expect(place.tryOpen()).toMatchObject({ error: { code: 'file-older', params: { revision: 1, saved: 3 } } });
    const accepted = place.open({ acceptOlder: true });
    expect(accepted.notices).toContainEqual({ code: 'older', revision: 1, saved: 3 });
    expect(accepted.backups()[0]?.revision).toBe(3);
    accepted.close();
    expect(place.open().notices).toEqual([]);
  });

  test('another history of the same length, or a longer one, is a fork', () => {
    const place = clientFilePlace();
    const other = join(place.folder, 'other.throughline');
    copyFileSync(place.path, other);
    const file = place.open();
    stateDecision(file, place, 'here');
    file.close();
    const elsewhere = { ...place.ports, appDir: join(place.folder, 'app2') };
    for (const text of ['there', 'there again']) {
      const copy = taken(openClientFile(other, {}, elsewhere));
      stateDecision(copy, { ...place, ports: elsewhere }, text);
      copy.close();
      copyFileSync(other, place.path);
      expect(codeOf(place.tryOpen())).toBe('file-forked');
    }
    expect(place.open({ acceptFork: true }).notices).toMatchObject([{ code: 'forked', saved: 2 }]);
  });

  test('the receipt is there at once, so that a killed program notices as well', () => {
    const place = clientFilePlace();
    const old = readFileSync(place.path);
    const script = `
      const { openClientFile } = await import('./src/main/store/client-file.ts');
      const { counterPorts } = await import('./tests/support/store/ports.ts');
      const file = openClientFile(process.argv[1], {}, counterPorts(process.argv[2])).value;
      const changes = [{ op: 'update', entity: 'client', id: '${start.client}', fields: { about: 'x' } }];
      file.apply({ opId: '019b0000-0000-7000-8000-00000000abcd', label: 'x', kind: 'edit', changes });
      process.kill(process.pid, 'SIGKILL');`;
    const args = ['--input-type=module', '-e', script, place.path, place.ports.appDir];
    expect(() => execFileSync(process.execPath, args, { stdio: 'ignore' })).toThrow(/failed/u);
    writeFileSync(place.path, old);
    expect(codeOf(place.tryOpen())).toBe('file-older');
  });
});
