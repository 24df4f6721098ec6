/** The figures of a criterion as people write them in one cell: "34 → 10", "0 % → 80 %", "3 of 12 → 8 of 12", "no → yes". */
import type { Criterion } from '../../model/index.ts';

/** What a cell of figures says. */
export type FigureFields = Pick<Criterion, 'form' | 'unit' | 'baseline' | 'baselineOf' | 'target' | 'targetOf'>;

/** Reads a number: null for an empty text, undefined for what is none. */
export type ReadNumber = (text: string) => number | null | undefined;

/** One figure of a criterion; null while it is not known. */
export function writeFigure(
  form: Criterion['form'],
  value: number | null,
  of: number | null,
  write: (value: number) => string,
): string | null {
  if (value === null) return null;
  switch (form) {
    case 'percent':
      return `${write(value)} %`;
    case 'ratio':
      return of === null ? null : `${write(value)} of ${write(of)}`;
    case 'yes-no':
      return value > 0 ? 'yes' : 'no';
    case 'number':
      return write(value);
  }
}

/** The unit where the metric does not say it already; empty where it does or where the form has none. */
export function unitBeside({ form, unit, metric }: Pick<Criterion, 'form' | 'unit' | 'metric'>): string {
  return form !== 'number' || metric.toLowerCase().includes(unit.trim().toLowerCase()) ? '' : unit.trim();
}

/** What a text says; null where it holds no figures. Without an arrow it is the target; a dash or nothing is "not known". */
export function readFigures(text: string, read: ReadNumber): FigureFields | null {
  const sides = text.split(/\s*(?:→|⟶|->|=>|–>|\bto\b)\s*/u);
  if (sides.length > 2) return null;
  const [first = '', second] = sides;
  const from = second === undefined ? nothing : readSide(first, read);
  const to = readSide(second ?? first, read);
  if (from === null || to === null || (from.value === null && to.value === null)) return null;
  const forms = [from, to].filter((side) => side.value !== null).map((side) => side.form);
  const form = forms.find((one) => one !== 'number') ?? 'number';
  // "0 → 80 %" is one form for both; "3 of 12 → 80 %" is none.
  const fits = (side: Side): boolean =>
    side.value === null || side.form === form || (form === 'percent' && side.form === 'number' && side.unit === '');
  if (!fits(from) || !fits(to)) return null;
  return {
    form,
    unit: form === 'number' ? to.unit || from.unit : '',
    baseline: from.value,
    baselineOf: from.of,
    target: to.value,
    targetOf: to.of,
  };
}

type Side = {
  readonly form: Criterion['form'];
  readonly value: number | null;
  readonly of: number | null;
  readonly unit: string;
};

const nothing: Side = { form: 'number', value: null, of: null, unit: '' };

function readSide(text: string, read: ReadNumber): Side | null {
  const bare = text.trim();
  if (/^[-–—?]?$/u.test(bare)) return nothing;
  if (/^(?:yes|no)$/iu.test(bare)) return { ...nothing, form: 'yes-no', value: /^yes$/iu.test(bare) ? 1 : 0 };
  const [, share, whole] = /^(.+?)\s*(?:\bof\b|\/)\s*(.+)$/iu.exec(bare) ?? [];
  if (share !== undefined && whole !== undefined) {
    const [value, of] = [read(share), read(whole)];
    return typeof value === 'number' && typeof of === 'number' && of > 0
      ? { ...nothing, form: 'ratio', value, of }
      : null;
  }
  const [, digits = '', unit = ''] = /^([-+−]?[\d.,'’\s\u00A0\u202F]+)(.*)$/su.exec(bare) ?? [];
  const value = read(digits);
  if (typeof value !== 'number') return null;
  return unit.trim() === '%'
    ? { ...nothing, form: 'percent', value }
    : { ...nothing, value, unit: unit.trim().slice(0, 80) };
}
