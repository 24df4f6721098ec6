/** Watches the rows of a table for what is no backlog: hours that people booked, sums of other rows, cells that fit no column. */
import type { ImportNote } from '../../../../shared/api/import-notes.ts';
import type { Mapping } from '../../../../shared/api/import-types.ts';
import { Refusal } from '../refusal.ts';
import { foldName } from './names.ts';

/** Counts while the rows pass; `refuse` tells at the end. */
export class ShapeWatch {
  private rows = 0;
  private odd = { count: 0, line: 0 };
  private readonly lengths = new Set<number>();
  private readonly formulas = new Map<number, { count: number; line: number }>();
  private readonly filled: number[] = [];
  private readonly numeric: number[] = [];
  private last = '';
  private readonly header: readonly string[];
  private readonly isText: boolean;

  constructor(header: readonly string[], isText: boolean) {
    this.header = header;
    this.isText = isText;
  }

  /** Takes the next row below the header. */
  take(cells: readonly string[], line: number): void {
    this.rows++;
    if (this.isText && this.isOdd(cells) && this.odd.count++ === 0) this.odd.line = line;
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column] ?? '';
      if (cell === '') continue;
      if (isFormula(cell)) {
        const known = this.formulas.get(column);
        if (known === undefined) this.formulas.set(column, { count: 1, line });
        else known.count++;
      }
      this.filled[column] = (this.filled[column] ?? 0) + 1;
      // The first thousand rows tell enough about what a column holds.
      if (this.rows < 1000 && /^-?[\d.,\s]+ ?[%€$£]?$/.test(cell))
        this.numeric[column] = (this.numeric[column] ?? 0) + 1;
    }
    const first = (cells[0] ?? '').trim();
    if (first !== '') this.last = first;
  }

  /** Throws the refusal of a table that holds no list of work. */
  refuse(mapping: Mapping): void {
    this.refuseRagged();
    this.refuseFormulas(mapping);
    const names = this.header.map(foldName).filter((name) => name !== '');
    this.refuseSums(names);
    refuseHours(names, mapping);
  }

  /** What is told about cells that are left empty since their formula has no result. */
  notes(): ImportNote[] {
    const all = [...this.formulas.values()];
    if (all.length === 0) return [];
    const count = all.reduce((sum, one) => sum + one.count, 0);
    return [{ code: 'formulas-left-out', params: { count, line: Math.min(...all.map(({ line }) => line)) } }];
  }

  private isOdd(cells: readonly string[]): boolean {
    let used = cells.length;
    while (used > 0 && (cells[used - 1] ?? '').trim() === '') used--;
    const odd = used > this.header.length || cells.length < this.header.length;
    if (odd) this.lengths.add(cells.length);
    return odd;
  }

  private refuseRagged(): void {
    const { count, line } = this.odd;
    if (count < 3 || count < this.rows * 0.6 || this.lengths.size < 3) return;
    throw new Refusal('import-ragged', { ragged: count, rows: this.rows, line });
  }

  private refuseFormulas(mapping: Mapping): void {
    for (const field of ['title', 'key', 'status'] as const) {
      for (const column of mapping[field] ?? []) {
        const found = this.formulas.get(column);
        if (found === undefined || found.count < (this.filled[column] ?? 0) / 2) continue;
        const name = (this.header[column] ?? '').trim().slice(0, 60).toWellFormed();
        throw new Refusal('import-formulas', { column: name, count: found.count, line: found.line });
      }
    }
  }

  private refuseSums(names: readonly string[]): void {
    const told = names.find((name) => sumNames.test(name));
    const rest = this.filled.slice(1);
    const counted = rest.length > 0 && rest.every((count, at) => (this.numeric[at + 1] ?? 0) >= count * 0.9);
    if (told === undefined && !(counted && this.rows < 1000 && totals.test(this.last))) return;
    const why =
      told === undefined
        ? `its last row is "${this.last.slice(0, 40)}" and all others are numbers`
        : `a column is called "${told.slice(0, 40)}"`;
    throw new Refusal('import-not-backlog', { found: 'a summary or pivot table', why });
  }
}

/** A cell that holds a formula instead of its result. */
export function isFormula(cell: string): boolean {
  return (
    cell.charCodeAt(0) === 61 &&
    (cell === '=…' || /^=\s*[-+(]?\s*(?:[A-Z][A-Z.]*\(|'?[\p{L}\d_ ]+'?!|\$?[A-Z]{1,3}\$?\d+|[\d."])/u.test(cell))
  );
}

const sumNames =
  /^(?:row labels|zeilenbeschriftungen|étiquettes de lignes|etiquetas de fila|rótulos de linha|grand total|gesamtergebnis|total général|total general|total geral|(?:sum|count|average|summe|anzahl|somme|nombre|suma|cuenta|soma) (?:of|von|de) .+)$/;
const totals =
  /^(?:grand total|total|totals|sum|gesamtergebnis|gesamt|summe|total général|total general|total geral|somme|suma|totale|合計|总计)$/i;

/** One row for each day and person, with hours: what was booked on work, not the work. */
function refuseHours(names: readonly string[], mapping: Mapping): void {
  const hours = names.find((name) =>
    /^(?:(?:billable |total |decimal )?hours?|hours? worked|duration(?: \((?:h|decimal)\))?|time spent|time \((?:h|hours|decimal)\)|stunden|dauer|heures|durée|horas|duración|duração|ore|uren|時間|工时)$/.test(
      name,
    ),
  );
  const day = names.some((name) =>
    /^(?:date|day|work date|spent date|start date|datum|tag|jour|fecha|data|日付|日期|week|period)$/.test(name),
  );
  const person = names.some((name) =>
    /^(?:user|person|employee|member|team member|first name|last name|full name|name|email|mitarbeiter(?:in)?|employé|empleado|assignee|user name|resource)$/.test(
      name,
    ),
  );
  const isWork = ['status', 'createdOn', 'updatedOn', 'dueOn', 'closedOn'].some(
    (field) => mapping[field as 'status'] !== undefined,
  );
  if (hours === undefined || !day || !person || isWork) return;
  throw new Refusal('import-not-backlog', {
    found: 'a timesheet',
    why: `each row is a day and a person with hours ("${hours.slice(0, 40)}")`,
  });
}
