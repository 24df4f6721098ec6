import { execFileSync } from 'node:child_process';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bytesOf, clientFilePlace, stateDecision, taken } from '../../support/store/file.ts';

type Told = { readonly code: string | null; readonly reason: string };

// A limit on the size of files is the one full disk that every Unix offers to everybody.
function onFullDisk(blocks: number, args: readonly string[], work: string): readonly Told[] {
  const script = `
    const { openClientFile } = await import('./src/main/store/client-file.ts');
    const { writeFileAtomically } = await import('./src/main/store/atomic-write.ts');
    const { counterPorts } = await import('./tests/support/store/ports.ts');
    const [path, appDir, target] = process.argv.slice(1);
    const told = [];
    const tell = (result) => told.push({ code: result.ok ? null : result.error.code, reason: String(result.error?.params.reason) });
    const opened = openClientFile(path, {}, counterPorts(appDir, '9'));
    ${work}
    process.stdout.write(JSON.stringify(told));
    process.exit();`;
  const command = `ulimit -f ${blocks}; exec "$@"`;
  const shell = ['-c', command, 'sh', process.execPath, '--input-type=module', '-e', script, ...args];
  return JSON.parse(execFileSync('sh', shell, { encoding: 'utf8' })) as Told[];
}

test.skipIf(process.platform === 'win32')(
  'a backup, a copy, a restore and an export for which the disk has no room fail whole, and work when there is room',
  () => {
    const place = clientFilePlace();
    const file = place.open();
    stateDecision(file, place, 'kept');
    const first = taken(file.backup('asked'));
    file.close();
    const target = join(place.folder, 'copy.throughline');
    const report = join(place.folder, 'map.docx');
    writeFileSync(report, 'the last one');
    const before = bytesOf(place.path);
    const told = onFullDisk(
      500,
      [place.path, place.ports.appDir, target],
      `const file = opened.value;
      tell(file.backup('asked'));
      tell(file.copyTo(target));
      tell(file.restoreTo(file.backups()[0], target));
      tell(writeFileAtomically('${report}', new Uint8Array(2_000_000), { replace: true }));
      tell(file.close());`,
    );
    expect(told.map(({ code }) => code)).toEqual([
      'backup-failed',
      'write-failed',
      'write-failed',
      'write-failed',
      null,
    ]);
    expect(told.slice(0, 4).every(({ reason }) => /^(full|ioerr\w*|EFBIG|ENOSPC)$/u.test(reason))).toBe(true);
    expect(bytesOf(place.path)).toBe(before);
    expect(readdirSync(place.folder).toSorted()).toEqual(['acme.throughline', 'app', 'map.docx']);
    expect(statSync(report).size).toBe('the last one'.length);
    const again = place.open();
    expect(readdirSync(join(first.path, '..'))).toHaveLength(1);
    taken(again.backup('asked'));
    taken(again.copyTo(target));
  },
);

test.skipIf(process.platform === 'win32')('a new file for which the disk has no room does not come to be', () => {
  const place = clientFilePlace();
  const target = join(place.folder, 'new.throughline');
  const told = onFullDisk(
    500,
    [place.path, place.ports.appDir, target],
    `const { createClientFile } = await import('./src/main/store/client-file.ts');
    const ports = counterPorts(appDir, '7');
    tell(createClientFile(target, { opId: ports.ids(), label: 'New', changes: [] }, ports));`,
  );
  expect(told).toMatchObject([{ code: 'write-failed' }]);
  expect(readdirSync(place.folder).toSorted()).toEqual(['acme.throughline', 'app']);
});
