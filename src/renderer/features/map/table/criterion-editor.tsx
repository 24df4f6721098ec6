/** A criterion typed in its cell: what is measured, and under it where it is read. */
import { useRef } from 'react';
import { markOfPriority } from '../../../../shared/analysis/map/links.ts';
import type { Criterion, Priority } from '../../../../shared/model/index.ts';
import { useFile } from '../../../data/hooks.ts';
import { placeOf } from '../../../parts/field.tsx';
import { LineEditor } from './line-editor.tsx';

/** Two lines; Tab goes from the first to the second, then on. */
export function CriterionEditor({
  priority,
  criterion,
  typed,
}: {
  priority: Priority;
  criterion: Criterion;
  typed: string | null;
}) {
  const file = useFile();
  const box = useRef<HTMLDivElement>(null);
  const toLine = (at: number): void => box.current?.querySelectorAll<HTMLElement>('textarea')[at]?.focus();
  // Whoever writes the criterion has the priority as it is now before them.
  const seen = { prioritySeen: markOfPriority(priority) };
  return (
    <div ref={box}>
      <LineEditor
        label="What is measured"
        value={criterion.metric}
        typed={typed}
        place={placeOf('criterion', criterion.id, 'metric')}
        autoFocus
        onType={(metric) => file.type('criterion', criterion.id, { metric, ...seen })}
        onKeyDown={(event) => {
          if (event.key !== 'Tab' || event.shiftKey) return;
          event.preventDefault();
          toLine(1);
        }}
      />
      <LineEditor
        label="Read where"
        value={criterion.readIn}
        place={placeOf('criterion', criterion.id, 'readIn')}
        quiet
        onType={(readIn) => file.type('criterion', criterion.id, { readIn, ...seen })}
        onKeyDown={(event) => {
          if (event.key !== 'Tab' || !event.shiftKey) return;
          event.preventDefault();
          toLine(0);
        }}
      />
    </div>
  );
}
