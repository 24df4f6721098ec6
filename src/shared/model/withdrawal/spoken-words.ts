/** Whose words are where: which fields hold what people said, and by which reference it is known who said it. */
import type { EntityName } from '../index.ts';

/** The fields of an entity that hold words of somebody of the client. */
export type SpokenWords = {
  readonly entity: EntityName;
  readonly fields: readonly string[];
  /**
   * References that lead to whoever said it, `id` for the row itself. The first that is set decides: a person's own words; an
   * interview's when it was held with that person alone; those of another row of this list.
   */
  readonly said: readonly string[];
};

/**
 * Every place of somebody's words. What a consultant concluded from them (ratings, findings, reasons) is not theirs and stays;
 * so does who was asked and what they agreed to. The note on a person goes, since what is noted there was mostly told.
 */
export const spokenWords: readonly SpokenWords[] = [
  { entity: 'stakeholder', fields: ['note'], said: ['id'] },
  { entity: 'interview', fields: ['notes'], said: ['id'] },
  { entity: 'answer', fields: ['text'], said: ['person', 'interview'] },
  { entity: 'voice', fields: ['label'], said: ['person', 'interview'] },
  { entity: 'turn', fields: ['text'], said: ['voice', 'interview'] },
  { entity: 'playbackMark', fields: ['words'], said: ['person'] },
  { entity: 'evidence', fields: ['text', 'original', 'releasedText'], said: ['speaker', 'interview'] },
  { entity: 'objection', fields: ['said'], said: ['evidence'] },
  { entity: 'limit', fields: ['text'], said: ['toldBy'] },
  { entity: 'namedSuccess', fields: ['what'], said: ['toldBy'] },
  { entity: 'choiceMade', fields: ['what'], said: ['toldBy'] },
];

/**
 * Entities that are not looked through for words that somebody repeated: what others wrote, and what was frozen as it was
 * sent. An issue is treated on its own.
 */
export const writtenElsewhere: ReadonlySet<EntityName> = new Set<EntityName>([
  'source',
  'passage',
  'backlogItem',
  'itemLink',
  'kitCopy',
  'issue',
]);
