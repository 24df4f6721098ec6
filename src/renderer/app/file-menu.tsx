/** The menu of the open file: its engagements, copies, exports, and the ways out. */
import { useState } from 'react';
import { insertRow } from '../../shared/model/change.ts';
import type { Reply } from '../../shared/api/call.ts';
import type { FileKind } from '../../shared/api/desk.ts';
import { useFile, useFileState, useWindow, useWindowState } from '../data/hooks.ts';
import { Field } from '../parts/field.tsx';
import { showBytes } from '../parts/format.ts';
import { useCommands } from '../ui/commands.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { MenuList, type MenuEntry } from '../ui/menu.tsx';
import { Snack } from '../ui/states.tsx';

type FileAction = { readonly id: string; readonly says: string; readonly off?: string; readonly run: () => void };

/** Registers what can be done with the file as a whole, and shows it as a menu below the client's name. */
export function FileMenu() {
  const [open, setOpen] = useState(false);
  const [renaming, setRenaming] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const client = useFileState((state) => state.data.client[0]);
  const actions = useFileActions(setSaid, () => setRenaming(true));
  const engagements = useEngagementEntries();
  useCommands([
    {
      id: 'file.menu',
      says: 'Menu of the file',
      group: 'File',
      keys: ['Alt F'],
      keyOnly: true,
      run: () => setOpen(true),
    },
    ...actions.map((action) => ({ group: 'File', ...action })),
  ]);
  const entries: MenuEntry[] = [
    ...engagements,
    { id: 'line', line: true },
    ...actions.map(({ id, says, off, run }) => ({ id, says, off, onPress: run })),
  ];
  return (
    <>
      {open && (
        <MenuList
          anchor={document.getElementById('file-menu-button')}
          label="Menu of the file"
          entries={entries}
          onClose={() => setOpen(false)}
        />
      )}
      {renaming && client !== undefined && (
        <Dialog title="The client" onClose={() => setRenaming(false)} size="small">
          <Field entity="client" id={client.id} name="name" autoFocus />
          <EngagementTitle />
        </Dialog>
      )}
      {said !== null && <Snack text={said} actionSays="Put away" onAction={() => setSaid(null)} keys="Escape" />}
    </>
  );
}

function EngagementTitle() {
  const id = useFileState((state) => state.engagement);
  return <Field entity="engagement" id={id} name="title" />;
}

/** The engagements of the file, to choose from, and a new one. */
function useEngagementEntries(): MenuEntry[] {
  const file = useFile();
  const all = useFileState((state) => state.data.engagement);
  const chosen = useFileState((state) => state.engagement);
  const readOnly = useFileState((state) => state.info.readOnly);
  const add = async (): Promise<void> => {
    const id = file.newId();
    const tier = all.find((one) => one.id === chosen)?.tier ?? null;
    const made = await file.edit('Start another engagement', [insertRow('engagement', id, { tier })]);
    if (made.ok) file.choose(id);
  };
  return [
    ...all.map((one, at) => ({
      id: one.id,
      says: one.title || `Engagement ${at + 1}`,
      checked: one.id === chosen,
      onPress: () => file.choose(one.id),
    })),
    {
      id: 'engagement.new',
      says: 'Another engagement',
      off: readOnly ? 'The file is open for reading only.' : undefined,
      onPress: () => void add(),
    },
  ];
}

function useFileActions(say: (words: string) => void, rename: () => void): readonly FileAction[] {
  const window = useWindow();
  const file = useFile();
  const { handle } = file;
  const client = useFileState((state) => state.data.client[0]?.name ?? 'Client');
  const engagement = useFileState((state) => state.engagement);
  const readOnly = useFileState((state) => state.info.readOnly);
  const windows = useWindowState((state) => state.capabilities.windows);
  const off = readOnly ? { off: 'The file is open for reading only.' } : {};

  const write = async <T,>(
    kind: FileKind,
    name: string,
    call: (place: string) => Promise<Reply<T>>,
    done: (value: T, name: string) => string,
  ): Promise<void> => {
    await file.flush();
    const chosen = await window.choose('save', kind, name);
    if (chosen === null) return;
    const answer = await call(chosen.place);
    if (answer.ok) say(done(answer.value, chosen.name));
    else window.fail(answer.error);
  };
  const read = async <T,>(
    kind: FileKind,
    call: (place: string) => Promise<Reply<T>>,
    done: (value: T) => string,
  ): Promise<void> => {
    const chosen = await window.choose('open', kind);
    if (chosen === null) return;
    const answer = await call(chosen.place);
    if (answer.ok) say(done(answer.value));
    else window.fail(answer.error);
  };
  const written = ({ bytes }: { readonly bytes: number }, name: string): string =>
    `${name} is written, ${showBytes(bytes)}.`;
  const { exports, files, imports, kits } = file.client;
  return [
    { id: 'file.rename', says: 'Name of the client and title', run: rename },
    {
      id: 'file.copy',
      says: 'Save a copy elsewhere',
      run: () =>
        void write(
          'client',
          client,
          (place) => files.copy({ file: handle, place }),
          (_, name) => `${name} is a verified copy.`,
        ),
    },
    {
      id: 'file.exportEngagement',
      says: 'Export the engagement (JSON)',
      run: () =>
        void write('engagement', client, (place) => exports.engagement({ file: handle, engagement, place }), written),
    },
    {
      id: 'file.importEngagement',
      says: 'Take an exported engagement in',
      ...off,
      run: () =>
        void read(
          'engagement',
          (place) => imports.engagement({ file: handle, place, opId: file.newId() }),
          ({ inserted, updated }) =>
            `Taken in: ${inserted} rows added, ${updated} brought up to date. Undo takes it back.`,
        ),
    },
    {
      id: 'file.exportMapXlsx',
      says: 'Export the map (XLSX)',
      run: () =>
        void write(
          'map-xlsx',
          client,
          (place) => exports.map({ file: handle, engagement, place, format: 'xlsx' }),
          written,
        ),
    },
    {
      id: 'file.exportMapCsv',
      says: 'Export the map (CSV)',
      run: () =>
        void write(
          'map-csv',
          client,
          (place) => exports.map({ file: handle, engagement, place, format: 'csv' }),
          written,
        ),
    },
    {
      id: 'file.exportKit',
      says: 'Export the kit',
      run: () => void write('kit', 'Kit', (place) => kits.export({ file: handle, place }), written),
    },
    {
      id: 'file.replaceKit',
      says: 'Replace the kit',
      ...off,
      run: () =>
        void read(
          'kit',
          (place) => kits.replace({ file: handle, place, opId: file.newId() }),
          ({ id, version }) => `The kit is now ${id}, version ${version}. Undo takes it back.`,
        ),
    },
    ...(windows
      ? [
          {
            id: 'file.window',
            says: 'Another window on this file',
            run: () => void file.client.desk.window({ file: handle }),
          },
        ]
      : []),
  ];
}
