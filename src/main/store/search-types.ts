/** What a search of the file is asked for and finds. */
import type { EntityName } from '../../shared/model/index.ts';

/** One place where a searched text matches. */
export type SearchHit = {
  readonly entity: EntityName;
  readonly id: string;
  readonly field: string;
  /** Where the match starts in the field's text, in UTF-16 units. */
  readonly offset: number;
  readonly before: string;
  readonly match: string;
  readonly after: string;
  /** 0 for the best hit, then rising. */
  readonly rank: number;
};

/** What a search leaves out. */
export type SearchWish = {
  /** Only rows of these. */
  readonly entities?: readonly EntityName[];
  /** At most so many hits of one entity, so that a long list does not hide the rest. */
  readonly each?: number;
  /** Whether a row may be found, by its values. */
  readonly keep?: (entity: EntityName, id: string, values: Readonly<Record<string, unknown>>) => boolean;
};
