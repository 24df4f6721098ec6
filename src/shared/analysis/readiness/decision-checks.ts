/** Checks of what each decision on the map carries. */
import { nameIn } from '../../method/kit.ts';
import { assessGrounds } from '../decision-sheet.ts';
import { nameOf, type ReadinessContext } from './context.ts';
import type { Fault } from './finding.ts';
import { isBlank, isOnlyWords } from './words.ts';

/** R02: a decision in scope or carried without a priority. */
export function decisionWithoutPriority({ translated, prioritiesOf }: ReadinessContext): Fault[] {
  return translated.filter((row) => prioritiesOf(row.id).length === 0).map((row) => at(row));
}

/** R27: a theme word alone as decision or priority, or a ground that is not argued with evidence. */
export function themeOrGround(context: ReadinessContext): Fault[] {
  const { kit, translated, priorities, evidence } = context;
  const { theme } = kit.content.words;
  const themes = [
    ...translated.map((row) => ({ row, entity: 'decision' as const, texts: [row.title, row.statement] })),
    ...priorities.map((row) => ({ row, entity: 'priority' as const, texts: [row.title] })),
  ];
  return [
    ...themes
      .filter(({ texts }) => texts.some((text) => isOnlyWords(text, theme)))
      .map(({ row, entity }) => ({
        place: { entity, id: row.id, field: 'title' },
        params: { name: nameOf(row, 'A decision'), title: row.title },
        variant: 'theme',
      })),
    ...translated.flatMap((row) => {
      const open = assessGrounds(row, evidence).filter((one) => !one.argued);
      return lacking(
        row,
        open.map((one) => one.field),
        'ground',
      );
    }),
  ];
}

/** R28: a decision without first move, proof point, winning metric or trade-off. */
export function decisionIncomplete({ translated }: ReadinessContext): Fault[] {
  return translated.flatMap((row) =>
    lacking(
      row,
      (['firstMove', 'proofPoint', 'winningMetric', 'givesWay'] as const).filter((field) => isBlank(row[field])),
    ),
  );
}

/** R39: a decision whose priorities change no decision right, allocation or measure. */
export function decisionChangesNothing({ data, translated, prioritiesOf }: ReadinessContext): Fault[] {
  const changed = new Set([
    ...data.modelChange
      .filter((row) => [row.what, row.before, row.after].some((text) => !isBlank(text)))
      .map((row) => row.priority),
    ...data.measureChange.filter((row) => !isBlank(row.add) || !isBlank(row.drop)).map((row) => row.priority),
  ]);
  return translated
    .filter((row) => {
      const own = prioritiesOf(row.id);
      return own.length > 0 && !own.some((priority) => changed.has(priority.id));
    })
    .map((row) => at(row));
}

/** R41: fewer than 3 live cases on which the decision in scope was tried. */
export function fewLiveCases({ data, inScope }: ReadinessContext): Fault[] {
  return inScope.flatMap((row) => {
    const count = data.liveCase.filter((one) => one.decision === row.id).length;
    return count >= 3 ? [] : [at(row, { count })];
  });
}

/** R44: no translator named at a level that was heard. */
export function levelWithoutTranslator({ data, kit, heard, translated }: ReadinessContext): Fault[] {
  const heardLevels = [...kit.ids.levels].filter((id) => heard.some((person) => person.level === id));
  return translated.flatMap((row) => {
    const named = new Set(
      data.translator
        .filter((one) => one.decision === row.id && (one.person !== null || !isBlank(one.name)))
        .map((one) => one.level),
    );
    return heardLevels
      .filter((id) => !named.has(id))
      .map((id) => {
        const fault = at(row, { level: nameIn(kit.content.levels, id) });
        return { ...fault, place: { ...fault.place, part: id } };
      });
  });
}

/** R54: a Monday line missing for the decision in scope. */
export function mondayLineMissing({ inScope }: ReadinessContext): Fault[] {
  return inScope.flatMap((row) =>
    lacking(
      row,
      (['mondaySales', 'mondayMarketing', 'mondayProduct'] as const).filter((field) => isBlank(row[field])),
    ),
  );
}

type Named = { readonly id: string; readonly label: string; readonly title: string };

function at(row: Named, params: Fault['params'] = {}): Fault {
  return { place: { entity: 'decision', id: row.id }, params: { decision: nameOf(row, 'A decision'), ...params } };
}

/** One fault for all that one row lacks, at the first of the fields. */
function lacking(row: Named, fields: readonly string[], variant?: string): Fault[] {
  const [field] = fields;
  if (field === undefined) return [];
  const fault = at(row, { fields });
  return [
    {
      ...fault,
      place: { ...fault.place, field, ...(variant !== undefined && { part: variant }) },
      ...(variant !== undefined && { variant }),
    },
  ];
}
