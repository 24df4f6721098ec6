/** Stops that hang on nothing yet, such as those that coverage brought in: here each finds its priority or decision. */
import { useRows } from '../../../data/hooks.ts';
import { inOrder } from '../../../parts/names.ts';
import { RowList } from '../../../parts/row-list.tsx';
import { Section } from '../../../ui/pane.tsx';

/** The list; nothing while every stop has its place. */
export function LooseStops() {
  const rows = inOrder(useRows('stop').filter((row) => row.priority === null && row.decision === null));
  if (rows.length === 0) return null;
  return (
    <Section title="Stops without a priority">
      <RowList
        entity="stop"
        label="Stops without a priority"
        rows={rows}
        columns={[
          { field: 'what', head: 'What stops', width: '2fr', wrap: true },
          { field: 'priority', head: 'Makes room for', width: '1fr' },
          { field: 'decision', head: 'Or belongs to', width: '1fr' },
        ]}
      />
    </Section>
  );
}
