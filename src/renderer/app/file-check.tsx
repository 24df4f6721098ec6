/** Checks the whole file for damage, and puts back what can be put back. */
import { useState } from 'react';
import { describeFailure } from '../../shared/api/errors.ts';
import type { FileEvent } from '../../shared/api/files.ts';
import { entities, type EntityName } from '../../shared/model/index.ts';
import { useFile, useFileState, useReadOnly, useWindow } from '../data/hooks.ts';
import { rowName } from '../parts/names.ts';
import { Button } from '../ui/button.tsx';
import { CheckMark } from '../ui/check-mark.tsx';
import { useCommands } from '../ui/commands.tsx';
import { Section } from '../ui/pane.tsx';
import styles from './backups-page.module.css';

type Finding = Extract<FileEvent, { event: 'findings' }>['findings'][number];

function isEntityName(name: string): name is EntityName {
  return name in entities;
}

const words: Readonly<Record<string, string>> = {
  'row-damaged': 'was changed outside of Throughline',
  'row-missing': 'is in the history and not in the file',
  'row-foreign': 'is in the file and not in the history',
  'table-sum': 'does not add up',
  reference: 'points to something that is not there',
  structure: 'The file itself is damaged',
  history: 'The history is broken',
  search: 'The search index is damaged; it is made anew by itself',
};

/** Shows what the last check found; those of the background count too. */
export function FileCheck() {
  const window = useWindow();
  const file = useFile();
  const readOnly = useReadOnly();
  const heard = useFileState((state) => state.events.findLast((event) => event.event === 'findings'));
  const data = useFileState((state) => state.data);
  const [own, setOwn] = useState<readonly Finding[] | null>(null);
  const [mended, setMended] = useState<string | null>(null);
  const findings = own ?? heard?.findings ?? null;

  const check = async (): Promise<void> => {
    await file.flush();
    const done = await window.work('Checking the file', 'Every row, its history and the search index are read.', () =>
      file.client.files.check({ file: file.handle }),
    );
    if (done !== null) {
      setOwn(done.findings);
      setMended(null);
    }
  };
  const repair = async ({ entity, id }: Finding, how: 'fromLog' | 'asItIs'): Promise<void> => {
    if (entity === null || id === null || !isEntityName(entity)) return;
    const done = await file.client.files.repair({ file: file.handle, entity, id, how });
    if (!done.ok) {
      window.fail(done.error);
      return;
    }
    setMended(how === 'fromLog' ? 'It is put back as the history has it.' : 'It is kept as it stands.');
    const again = await file.client.files.check({ file: file.handle });
    if (again.ok) setOwn(again.value.findings);
    else setMended(describeFailure(again.error));
  };
  useCommands([
    {
      id: 'backups.check',
      says: 'Check the file',
      short: 'check',
      group: 'Backups',
      keys: ['K'],
      bar: 4,
      run: () => void check(),
    },
  ]);
  return (
    <Section title="Check and repair" ruled>
      <p className={styles.text} role="status">
        {mended !== null && `${mended} `}
        {findings === null && 'Slices of the file are checked while it is open. This reads all of it.'}
        {findings?.length === 0 && 'The file is sound: every row fits its history.'}
        {findings !== null && findings.length > 0 && 'What was found changes nothing by itself.'}
      </p>
      {findings !== null && findings.length > 0 && (
        <ul className={styles.findings}>
          {findings.map((finding, at) => (
            <li key={at}>
              <CheckMark kind={finding.repairable ? 'warning' : 'blocker'} />
              <span>
                {nameOf(finding)} {words[finding.kind] ?? finding.kind}
                {finding.entity === null && finding.detail !== '' && `: ${finding.detail}`}.
                {!finding.repairable &&
                  finding.entity !== null &&
                  ' The history cannot put it back; a backup may hold it.'}
                {!readOnly && finding.id !== null && (
                  <span className={styles.actions}>
                    {finding.repairable && (
                      <Button small onPress={() => void repair(finding, 'fromLog')}>
                        {finding.kind === 'row-foreign' ? 'Take it out' : 'Put it back'}
                      </Button>
                    )}
                    {finding.kind !== 'row-missing' && (
                      <Button small onPress={() => void repair(finding, 'asItIs')}>
                        Keep it as it stands
                      </Button>
                    )}
                  </span>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      <Button keys="K" onPress={() => void check()}>
        Check the file
      </Button>
    </Section>
  );

  function nameOf({ entity, id }: Finding): string {
    if (entity === null || !isEntityName(entity)) return '';
    const one = entities[entity].one;
    const name = id === null ? '' : rowName(data, entity, id);
    return name === '' || name === one ? `A row (${one})` : `“${name}” (${one})`;
  }
}
