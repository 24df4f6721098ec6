/** Where something that was found stands, in words: "Interview with Head of platform, Where does work wait?". */
import { type ClientData, entities, type EntityName, type RowOf } from '../../shared/model/index.ts';
import { type Kit, questionText } from '../../shared/method/kit.ts';
import { decisionName, personName, rowName } from '../parts/names.ts';

/** The place of a row, and of the field of it that was found. */
export function placeInWords(data: ClientData, kit: Kit, entity: EntityName, id: string, field: string): string {
  const row = rowOf(data, entity, id);
  const declared = (entities[entity].fields as Readonly<Record<string, { says: string }>>)[field];
  const what = entities[entity].one;
  const says = declared?.says.toLowerCase() ?? '';
  const plain = [upperFirst(what), says === what ? '' : says].filter(Boolean).join(', ');
  if (row === undefined) return plain;
  const { interview, question, unplanned, speaker, evidence, person, decision, source, key } = row;
  switch (entity) {
    case 'answer':
      return joined(
        interviewWords(data, interview),
        typeof question === 'string' ? (questionText(kit, question) ?? question) : unplanned,
      );
    case 'evidence':
      return joined(personWords(data, speaker), interviewWords(data, interview) || sourceWords(data, source)) || plain;
    case 'objection':
      return joined('Objection', personWords(data, rowOf(data, 'evidence', evidence)?.['speaker']));
    case 'playbackMark':
      return joined('Playback', personWords(data, person), decisionWords(data, decision));
    case 'interview':
    case 'participant':
      return joined(interviewWords(data, entity === 'interview' ? id : interview), says);
    case 'backlogItem':
      return joined(key, sourceWords(data, source)) || 'Backlog';
    case 'priority':
    case 'decision':
    case 'stakeholder':
      return joined(row['label'], rowName(data, entity, id), says);
    default:
      return joined(interviewWords(data, interview), personWords(data, speaker), plain);
  }
}

type AnyRow = Readonly<Record<string, unknown>> & { readonly id: string };

function rowOf(data: ClientData, entity: EntityName, id: unknown): AnyRow | undefined {
  return (data[entity] as readonly RowOf<EntityName>[]).find((one) => one.id === id);
}

function interviewWords(data: ClientData, id: unknown): string {
  const row = data.interview.find((one) => one.id === id);
  if (row === undefined) return '';
  const names = data.participant
    .filter((part) => part.interview === id)
    .map((part) => personName(data.stakeholder.find((one) => one.id === part.person)))
    .filter(Boolean);
  const title = names.length === 1 ? names[0] : row.title || names.join(', ');
  return `Interview with ${title || 'nobody named'}`;
}

function personWords(data: ClientData, id: unknown): string {
  return personName(data.stakeholder.find((one) => one.id === id));
}

function decisionWords(data: ClientData, id: unknown): string {
  const row = data.decision.find((one) => one.id === id);
  return row === undefined ? '' : `${row.label} ${decisionName(row)}`;
}

function sourceWords(data: ClientData, id: unknown): string {
  const row = data.source.find((one) => one.id === id);
  return row === undefined ? '' : row.title || row.fileName;
}

/** Each part once: an interview that is named by its only person does not need the person again. */
function joined(...parts: readonly unknown[]): string {
  const words = parts.filter((part): part is string => typeof part === 'string' && part !== '');
  return words.filter((one, at) => !words.some((other, place) => place !== at && other.endsWith(` ${one}`))).join(', ');
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
