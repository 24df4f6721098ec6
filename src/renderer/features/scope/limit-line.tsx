/** The line in a cell in which a limit is typed; a new one is made with its first letter. */
import { insertRow } from '../../../shared/model/change.ts';
import { useEngagement, useKit, useRows, useToday } from '../../data/hooks.ts';
import { kitName } from '../../parts/kit-words.ts';
import { lastPosition } from '../../parts/names.ts';
import { TextField } from '../../ui/text-field.tsx';
import type { LimitColumn } from './limit-rows.ts';
import { useNewRow, useTakeAwayEmpty } from '../../parts/use-new-row.ts';

/** Types a limit of a kind; `id` is null for a new one. */
export function LimitLine({ id, kind, column }: { id: string | null; kind: string | null; column: LimitColumn }) {
  const engagement = useEngagement();
  const kit = useKit();
  const today = useToday();
  const limits = useRows('limit');
  const name = kitName(kit, 'limitKinds', kind);
  const row = useNewRow('limit', 'text', id, (made, text) => ({
    label: name === '' ? 'Add a limit' : `Add a limit, ${name.toLowerCase()}`,
    changes: [
      insertRow('limit', made, {
        engagement: engagement.id,
        text,
        kind,
        hold: column,
        markedOn: today,
        position: lastPosition(limits),
      }),
    ],
  }));
  useTakeAwayEmpty('limit', row);
  return (
    <TextField
      label={`${column === 'free' ? 'Free to try' : 'Fixed'}${name === '' ? '' : `, ${name}`}`}
      hideLabel
      bare
      multiline
      value={row.text}
      onChange={row.type}
      autoFocus
    />
  );
}
