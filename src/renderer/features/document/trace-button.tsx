/** Leads from a paragraph to what it rests on: rows, evidence, readings. */
import { useRef, useState } from 'react';
import { type Trace, traceParagraph } from '../../../shared/document/trace.ts';
import { stageOf } from '../../../shared/analysis/readiness/finding.ts';
import { type EntityName, scopeTo } from '../../../shared/model/index.ts';
import { useFile, useWindow } from '../../data/hooks.ts';
import { stageIds } from '../../parts/checks.tsx';
import { Button } from '../../ui/button.tsx';
import { useCommands } from '../../ui/commands.tsx';
import { MenuList, type MenuEntry } from '../../ui/menu.tsx';
import type { EditedParagraph } from './use-edits.ts';

/** The button with what it leads to; T does the same. */
export function TraceButton({ paragraph }: { paragraph: EditedParagraph }) {
  const window = useWindow();
  const file = useFile();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState<readonly MenuEntry[] | null>(null);
  const go = (entity: EntityName, id: string, field: string | undefined): void => {
    const stage = stageIds[stageOf(entity) - 1] ?? 'scope';
    window.go(stage, null, { entity, id, ...(field === undefined ? {} : { field }) });
  };
  const entriesOf = ({ rows, views }: Trace): readonly MenuEntry[] => [
    ...rows.map(({ entity, id, field, says }) => ({
      id: `${entity}:${id}:${field ?? ''}`,
      says,
      onPress: () => go(entity, id, field),
    })),
    ...(rows.length > 0 && views.length > 0 ? [{ id: 'line', line: true as const }] : []),
    ...views.map(({ stage, tab, says }) => ({ id: says, says, onPress: () => window.go(stage, tab) })),
  ];
  const trace = (): void => {
    const { data, engagement } = file.store.getState();
    const entries = entriesOf(traceParagraph(paragraph.key, paragraph.text, scopeTo(data, engagement)));
    const [only] = entries;
    if (entries.length === 1 && only !== undefined && 'onPress' in only) only.onPress();
    else setOpen(entries);
  };
  useCommands([
    {
      id: 'document.trace',
      says: 'Trace the paragraph to its evidence',
      group: 'Document',
      keys: ['T'],
      short: 'trace to evidence',
      bar: 3,
      run: trace,
    },
  ]);
  return (
    <>
      <Button small keys="T" ref={button} aria-haspopup="menu" aria-expanded={open !== null} onPress={trace}>
        Trace
      </Button>
      {open !== null && (
        <MenuList
          anchor={button}
          label="What the paragraph rests on"
          placement="above-end"
          entries={
            open.length > 0
              ? open
              : [
                  {
                    id: 'none',
                    says: 'It rests on no single row: the kit words it.',
                    off: ' ',
                    onPress: () => undefined,
                  },
                ]
          }
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
