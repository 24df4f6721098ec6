/** The ways out of the file: the draft as Word, the map as a table, the engagement as data. */
import { createElement, type ReactNode, useState } from 'react';
import type { Reply } from '../../../shared/api/call.ts';
import type { FileKind } from '../../../shared/api/desk.ts';
import { useFile, useFileState, useWindow } from '../../data/hooks.ts';
import { showBytes } from '../../parts/format.ts';
import { useCommands } from '../../ui/commands.tsx';
import type { MenuEntry } from '../../ui/menu.tsx';
import { Snack } from '../../ui/states.tsx';

/** What can be written, and what was said of the last one. */
export function useExports(): { draft: () => void; others: readonly MenuEntry[]; said: ReactNode } {
  const window = useWindow();
  const file = useFile();
  const { handle: of } = file;
  const { documents, exports } = file.client;
  const client = useFileState((state) => state.data.client[0]?.name ?? '') || 'Client';
  const engagement = useFileState((state) => state.engagement);
  const [words, say] = useState<string | null>(null);

  const write = async <T>(
    kind: FileKind,
    name: string,
    title: string,
    call: (place: string, work: string) => Promise<Reply<T>>,
    done: (value: T, name: string) => string,
  ): Promise<void> => {
    await file.flush();
    const chosen = await window.choose('save', kind, name);
    if (chosen === null) return;
    const value = await window.work(title, 'A file that was there before stays until the new one is whole.', (work) =>
      call(chosen.place, work),
    );
    if (value !== null) say(done(value, chosen.name));
  };
  const written = ({ bytes }: { readonly bytes: number }, name: string): string =>
    `${name} is written, ${showBytes(bytes)}.`;
  const draft = (): void =>
    void write(
      'document',
      `${client}, draft`,
      'Writing the draft',
      (place, work) => documents.write({ file: of, engagement, draft: true, place, work }),
      ({ bytes, report, appendix }, name) =>
        `${name} is written: ${report.pages} pages, ${showBytes(bytes)}.${appendix ? ' Its appendix lies beside it.' : ''}`,
    );
  const map = (format: 'xlsx' | 'csv') => (): void =>
    void write(
      format === 'xlsx' ? 'map-xlsx' : 'map-csv',
      `${client}, map`,
      'Writing the map',
      (place) => exports.map({ file: of, engagement, place, format }),
      written,
    );
  const whole = (): void =>
    void write(
      'engagement',
      client,
      'Writing the engagement',
      (place) => exports.engagement({ file: of, engagement, place }),
      written,
    );
  const others = [
    { id: 'map-xlsx', says: 'Map as a table (XLSX)', onPress: map('xlsx') },
    { id: 'map-csv', says: 'Map as text (CSV)', onPress: map('csv') },
    { id: 'engagement', says: 'The whole engagement (JSON)', onPress: whole },
  ];
  useCommands([
    { id: 'document.draft', says: 'Write the draft as Word', group: 'Document', keys: ['Alt W'], run: draft },
  ]);
  return {
    draft,
    others,
    said:
      words === null
        ? null
        : createElement(Snack, { text: words, actionSays: 'Put away', onAction: () => say(null), keys: 'Escape' }),
  };
}
