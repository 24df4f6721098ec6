/** How an entity of the client file is declared: one declaration gives its table, its schema, its defaults and its words. */
import { z } from 'zod';
import { isCalendarDate, isCleanText } from '../lib/text.ts';

/** What a field holds; decides its column, its schema and how the log records it. */
export type FieldKind =
  | 'line' // one line of text
  | 'text' // free text, logged as patches
  | 'large' // text that is fetched when shown, not part of the replica
  | 'bytes' // binary, as base64 in the model and the exchange file, as BLOB in the table
  | 'number'
  | 'integer'
  | 'flag'
  | 'date' // calendar day, YYYY-MM-DD
  | 'instant' // moment in UTC, ISO 8601 with Z
  | 'choice' // one of a closed list that code depends on
  | 'kit' // a permanent id of the kit
  | 'reference' // id of a row of another entity
  | 'label' // permanent label, given once by the write path (D1, P7)
  | 'list'; // small list, as JSON

/** One field of an entity. `says` is the word a person reads beside it. */
export type Field<T = unknown> = {
  readonly kind: FieldKind;
  readonly says: string;
  readonly schema: z.ZodType<T>;
  readonly initial: T;
  readonly searched: boolean;
  /** Entity that a reference points to. */
  readonly target: string | null;
  /** What happens to this row when the row that it refers to is deleted. */
  readonly whenGone: 'cascade' | 'clear' | null;
  /** List of the kit that a kit id belongs to. */
  readonly kitList: KitList | null;
  /** Values of a choice with their words. */
  readonly options: Readonly<Record<string, string>> | null;
  /** Letter before the number of a label. */
  readonly prefix: string | null;
};

/** Lists of the kit that a field may take its ids from. */
export type KitList =
  | 'functions'
  | 'levels'
  | 'limitKinds'
  | 'patterns'
  | 'indicators'
  | 'axes'
  | 'pulse'
  | 'profiles'
  | 'discoveryModes'
  | 'decisionBases'
  | 'documentKinds'
  | 'guides'
  | 'questions'
  | 'reviewQuestions'
  | 'refreshTriggers'
  | 'outcomeSigns'
  | 'tiers';

/** The fields of an entity by name. */
export type Fields = Readonly<Record<string, Field>>;

/** An entity: what a row of one table is. */
export type Entity<N extends string = string, F extends Fields = Fields> = {
  readonly name: N;
  readonly table: string;
  readonly one: string;
  readonly many: string;
  /** Field whose text names a row to a person; null where rows have no name of their own. */
  readonly title: string | null;
  /** Rows of one engagement carry its id; a file-wide entity does not. */
  readonly scope: 'engagement' | 'file';
  /** Part of the replica; otherwise fetched when shown. */
  readonly replicated: boolean;
  readonly fields: F;
};

/** A row as the model hands it round. */
export type Row<E extends Entity> = { readonly id: string } & {
  readonly [K in keyof E['fields']]: E['fields'][K] extends Field<infer T> ? T : never;
};

type Options<F extends Fields> = {
  readonly many: string;
  readonly title?: keyof F & string;
  readonly scope?: 'file';
  readonly replicated?: false;
};
type WithEngagement<F extends Fields> = { readonly engagement: Field<string> } & F;

/** Declares an entity that belongs to one engagement. `one` and `many` are its words. */
export function defineEntity<N extends string, F extends Fields>(
  name: N,
  one: string,
  options: Options<F>,
  fields: F,
): Entity<N, WithEngagement<F>> {
  return {
    ...declare(name, one, options, { engagement: owner('Engagement', 'engagement'), ...fields }),
    scope: 'engagement',
  };
}

/** Declares an entity of the file as a whole: it belongs to no engagement. */
export function defineFileEntity<N extends string, F extends Fields>(
  name: N,
  one: string,
  options: Options<F>,
  fields: F,
): Entity<N, F> {
  return { ...declare(name, one, options, fields), scope: 'file' };
}

/** One line of text, at most 500 characters. */
export function line(says: string): Field<string> {
  return field('line', says, lineSchema, '', { searched: true });
}

/** One line of text that search leaves out: keys, digests, format names. */
export function code(says: string): Field<string> {
  return field('line', says, lineSchema, '');
}

/** Free text, at most 200,000 characters; what the program wrote itself is left out of search. */
export function text(says: string, { searched = true }: { searched?: boolean } = {}): Field<string> {
  return field('text', says, textSchema, '', { searched });
}

/** Text that stays in the file until it is shown, at most 20 million characters. */
export function large(says: string): Field<string> {
  return field('large', says, largeSchema, '');
}

/** Bytes, as base64. */
export function bytes(says: string): Field<string> {
  return field('bytes', says, z.base64(), '');
}

/** A finite number; null is "not known", which is never 0. */
export function number(says: string, limits: { min?: number; max?: number } = {}): Field<number | null> {
  return field('number', says, bounded(z.number(), limits).nullable(), null);
}

/** A whole number within what a double holds exactly; null is "not known". */
export function integer(says: string, limits: { min?: number; max?: number } = {}): Field<number | null> {
  return field('integer', says, bounded(z.int(), limits).nullable(), null);
}

/** Where a row stands among its neighbours; smaller comes first. */
export function position(): Field<number> {
  return field('number', 'Order', z.number(), 0);
}

/** Yes or no. */
export function flag(says: string, initial = false): Field<boolean> {
  return field('flag', says, z.boolean(), initial);
}

/** A calendar day. */
export function date(says: string): Field<string | null> {
  return field('date', says, dateSchema.nullable(), null);
}

/** A moment in UTC. */
export function instant(says: string): Field<string | null> {
  return field('instant', says, z.iso.datetime({ precision: 3 }).nullable(), null);
}

/** One of a closed list, or null while nothing was chosen. */
export function choice<K extends string>(says: string, options: Readonly<Record<K, string>>): Field<K | null> {
  return field('choice', says, z.enum(keys(options)).nullable(), null, { options });
}

/** One of a closed list with a value from the start. */
export function setting<K extends string>(
  says: string,
  options: Readonly<Record<K, string>>,
  initial: NoInfer<K>,
): Field<K> {
  return field('choice', says, z.enum(keys(options)), initial, { options });
}

/** A permanent id of the kit, or null. */
export function kitId(says: string, kitList: KitList): Field<string | null> {
  return field('kit', says, lineSchema.min(1).nullable(), null, { kitList });
}

/** A permanent id of the kit that a row cannot be without. */
export function kitKey(says: string, kitList: KitList): Field<string> {
  return field('kit', says, lineSchema.min(1), '', { kitList });
}

/** Another row, or null; when that row goes, this field is cleared. */
export function reference(says: string, target: string): Field<string | null> {
  return field('reference', says, idSchema.nullable(), null, { target, whenGone: 'clear' });
}

/** The row that this one is part of; when that row goes, this one goes with it. */
export function owner(says: string, target: string): Field<string> {
  return field('reference', says, idSchema, '', { target, whenGone: 'cascade' });
}

/** A row that this one is a link to, where other links are possible; when that row goes, this one goes with it. */
export function end(says: string, target: string): Field<string | null> {
  return field('reference', says, idSchema.nullable(), null, { target, whenGone: 'cascade' });
}

/** A permanent label such as D1, given once on insert and never reused; an import may bring its own. */
export function label(says: string, prefix: string): Field<string> {
  const written = new RegExp(`^(?:${prefix}[1-9]\\d{0,5})?$`, 'u');
  const schema = z.string().regex(written, `must be ${prefix} with a number, such as ${prefix}1`);
  return field('label', says, schema, '', { prefix, searched: true });
}

/** A small list of plain values, stored as JSON. */
export function list<T>(says: string, item: z.ZodType<T>): Field<readonly T[]> {
  return field<readonly T[]>('list', says, z.array(item).max(1000), []);
}

const lineSchema = z
  .string()
  .max(500)
  .refine((value) => isCleanText(value) && !/[\n\r]/u.test(value), 'must be one line of well-formed text');
const textSchema = z.string().max(200_000).refine(isCleanText, 'must be well-formed text without NUL');
const largeSchema = z.string().max(20_000_000).refine(isCleanText, 'must be well-formed text without NUL');
const dateSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/u)
  .refine(isCalendarDate, 'must be a day that exists, as YYYY-MM-DD');
/** Ids are UUIDv7; a file made elsewhere may carry any UUID. */
const idSchema = z.uuid();

function field<T>(
  kind: FieldKind,
  says: string,
  schema: z.ZodType<T>,
  initial: T,
  more: Partial<Pick<Field, 'searched' | 'target' | 'whenGone' | 'kitList' | 'options' | 'prefix'>> = {},
): Field<T> {
  return {
    kind,
    says,
    schema,
    initial,
    searched: false,
    target: null,
    whenGone: null,
    kitList: null,
    options: null,
    prefix: null,
    ...more,
  };
}

function declare<N extends string, F extends Fields>(
  name: N,
  one: string,
  options: { readonly many: string; readonly title?: string; readonly replicated?: false },
  fields: F,
) {
  return {
    name,
    table: snakeCase(name),
    one,
    many: options.many,
    title: options.title ?? null,
    replicated: options.replicated ?? true,
    fields,
  };
}

function bounded<S extends z.ZodNumber | z.ZodInt>(
  schema: S,
  limits: { min?: number; max?: number },
): z.ZodType<number> {
  let limited: z.ZodNumber = schema;
  if (limits.min !== undefined) limited = limited.min(limits.min);
  if (limits.max !== undefined) limited = limited.max(limits.max);
  return limited;
}

function keys<K extends string>(options: Readonly<Record<K, string>>): [K, ...K[]] {
  return Object.keys(options) as [K, ...K[]];
}

/** Column and table names as people meet them in any SQLite tool. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
}
