/** What can be done with a document as a whole, by key, by palette and by the buttons of its facts. */
import { useState } from 'react';
import type { Source } from '../../../../shared/model/index.ts';
import { useFile, useReadOnly, useWindow } from '../../../data/hooks.ts';
import { useCommands } from '../../../ui/commands.tsx';
import type { TakeIn } from '../use-take-in.ts';

/** The ways of a document. */
export type SourceWays = {
  readonly saveOriginal: () => void;
  readonly compare: () => void;
  readonly takeNewer: () => void;
  /** Whether what changed from the version before is shown. */
  readonly comparing: boolean;
  readonly leaveComparison: () => void;
};

/** Registers the commands of a document and gives what its buttons do; `onFacts` opens and closes what is known about it. */
export function useSourceWays(source: Source, takeIn: TakeIn, onFacts: () => void): SourceWays {
  const file = useFile();
  const window = useWindow();
  const readOnly = useReadOnly();
  // By document, so that another one does not open with the comparison of the last.
  const [compared, setCompared] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    const chosen = await window.choose('save', 'original', source.fileName);
    if (chosen === null) return;
    const { place } = chosen;
    const saved = await file.client.sources.saveOriginal({ file: file.handle, source: source.id, place });
    if (!saved.ok) window.fail(saved.error);
  };
  const ways: SourceWays = {
    saveOriginal: () => void save(),
    compare: () => setCompared(source.id),
    takeNewer: () => takeIn.choose('strategy', source.id),
    comparing: compared === source.id,
    leaveComparison: () => setCompared(null),
  };
  useCommands([
    { id: 'sources.about', says: 'About the document', group: 'Sources', keys: ['I'], run: onFacts },
    {
      id: 'sources.saveOriginal',
      says: 'Save the original of the document',
      group: 'Sources',
      keys: ['O'],
      off: source.originalBytes === null ? 'The file does not hold the original of this document.' : '',
      run: ways.saveOriginal,
    },
    {
      id: 'sources.changes',
      says: 'What changed from the earlier version',
      group: 'Sources',
      keys: ['W'],
      off: source.replaces === null ? 'This document has no earlier version.' : '',
      run: ways.compare,
    },
    {
      id: 'sources.newer',
      says: 'Take in a newer version of the document',
      group: 'Sources',
      keys: ['V'],
      off: readOnly ? 'The file is open for reading only.' : '',
      run: ways.takeNewer,
    },
  ]);
  return ways;
}
