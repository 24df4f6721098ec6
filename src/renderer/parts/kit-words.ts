/** The kit's lists as options of a field, and the names of their entries. */
import type { Field, KitList } from '../../shared/model/define.ts';
import { type Kit, questionText } from '../../shared/method/kit.ts';

/** One entry to choose from. */
export type Option = { readonly id: string; readonly says: string; readonly group?: string };

/** The entries of a list of the kit, in kit order. */
export function kitOptions(kit: Kit, list: KitList): readonly Option[] {
  const { content } = kit;
  const named = (entries: readonly { readonly id: string; readonly name: string }[]): Option[] =>
    entries.map(({ id, name }) => ({ id, says: name }));
  switch (list) {
    case 'functions':
      return named(content.functions);
    case 'levels':
      return named(content.levels);
    case 'limitKinds':
      return named(content.limit_kinds);
    case 'patterns':
      return named(content.patterns);
    case 'axes':
      return named(content.axes);
    case 'profiles':
      return named(content.profiles);
    case 'discoveryModes':
      return named(content.discovery_modes);
    case 'decisionBases':
      return named(content.decision_bases);
    case 'documentKinds':
      return named(content.document_kinds ?? []);
    case 'guides':
      return named(content.guides);
    case 'refreshTriggers':
      return named(content.refresh_triggers);
    case 'indicators':
      return [...kit.indicators.values()].map(({ id, handle, pattern }) => ({
        id,
        says: handle,
        group: pattern.name,
      }));
    case 'pulse':
      return content.pulse.map(({ id, text }) => ({ id, says: text }));
    case 'reviewQuestions':
      return content.review_questions.map(({ id, text }) => ({ id, says: text }));
    case 'outcomeSigns':
      return content.outcome_signs.map(({ id, ask }) => ({ id, says: ask }));
    case 'tiers':
      return content.tiers.map(({ id, name }) => ({ id, says: `${id} ${name}` }));
    case 'questions':
      return [...kit.ids.questions].map((id) => ({ id, says: questionText(kit, id) ?? id }));
  }
}

/** The name of an entry; the id itself where the kit no longer has it, nothing where none was chosen. */
export function kitName(kit: Kit, list: KitList, id: string | null): string {
  if (id === null || id === '') return '';
  return kitOptions(kit, list).find((option) => option.id === id)?.says ?? id;
}

/** What can be chosen for a field of a closed list or of the kit. */
export function fieldOptions(kit: Kit, field: Field): readonly Option[] {
  if (field.options !== null) return Object.entries(field.options).map(([id, says]) => ({ id, says }));
  return field.kitList === null ? [] : kitOptions(kit, field.kitList);
}
