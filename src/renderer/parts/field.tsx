/** The editor of any field of a row: its declaration says what it is called, how it is typed and what it refuses. */
import { useEffect, useState } from 'react';
import type { Change, FieldsOf } from '../../shared/model/change.ts';
import type { Field as FieldDeclaration } from '../../shared/model/define.ts';
import { entities, type EntityName, type RowOf } from '../../shared/model/index.ts';
import { useFile, useFileState, useKit, useReadOnly, useRow, useRows } from '../data/hooks.ts';
import { CheckBox } from '../ui/check-box.tsx';
import { ComboBox } from '../ui/combo-box.tsx';
import { DateField } from '../ui/date-field.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { Select } from '../ui/select.tsx';
import type { Problem } from '../ui/field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { showNumber } from './format.ts';
import { fieldOptions } from './kit-words.ts';
import { rowName } from './names.ts';

/** Names of the fields of an entity. */
export type FieldName<N extends EntityName> = Exclude<keyof RowOf<N>, 'id'> & string;

/** How an editor of a field is shown. */
export type FieldLook = {
  /** Word beside it; the field's own where none is given. */
  readonly label?: string;
  /** The label is for screen readers only: a heading or a column says it already. */
  readonly hideLabel?: boolean;
  /** No frame until the pointer or the focus is on it, as in tables and lists of facts. */
  readonly bare?: boolean;
  /** In a dense table. */
  readonly dense?: boolean;
  /** For texts: large, and in the face of language. */
  readonly serif?: boolean;
  readonly large?: boolean;
  /** A single line that goes on below rather than out of sight where its place is narrow. */
  readonly wrap?: true;
  readonly hint?: string;
  /** What the checks say about this field. */
  readonly problem?: Problem;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
  /** Word for the choice of nothing. */
  readonly none?: string;
};

/**
 * Edits one field of one row, and saves as one types or chooses. With `fresh` the row need not be there yet: the first edit
 * makes it, with these fields of it and, where one is given, with this id.
 */
export function Field<N extends EntityName>(
  props: {
    entity: N;
    id: string | null;
    name: FieldName<N>;
    fresh?: () => FieldsOf<N>;
  } & FieldLook,
) {
  const { entity, id, name, fresh } = props;
  const row = useRow(entity, id);
  const declared = (entities[entity].fields as Readonly<Record<string, FieldDeclaration>>)[name];
  if (declared === undefined || (row === undefined && fresh === undefined)) return null;
  const value = row === undefined ? declared.initial : (row as unknown as Readonly<Record<string, unknown>>)[name];
  return <Editor {...props} isThere={row !== undefined} declared={declared} value={value} />;
}

type EditorProps = FieldLook & {
  readonly entity: EntityName;
  readonly id: string | null;
  /** Whether the row is there; if not, the first edit makes it. */
  readonly isThere: boolean;
  readonly fresh?: () => object;
  readonly name: string;
  readonly declared: FieldDeclaration;
  readonly value: unknown;
};

function Editor(props: EditorProps) {
  switch (props.declared.kind) {
    case 'line':
    case 'label':
    case 'text':
    case 'large':
    case 'bytes':
      return <TextEditor {...props} />;
    case 'number':
    case 'integer':
      return <NumberEditor {...props} />;
    case 'date':
      return <DateEditor {...props} />;
    case 'choice':
    case 'kit':
      return <ChoiceEditor {...props} />;
    case 'reference':
      return <ReferenceEditor {...props} />;
    case 'flag':
      return <FlagEditor {...props} />;
    case 'instant':
    case 'list':
      return <TextEditor {...props} value={showPlain(props.value)} fixed />;
  }
}

function TextEditor({ fixed, ...props }: EditorProps & { fixed?: true }) {
  const { declared } = props;
  const file = useFile();
  const write = useWriter(props);
  const readOnly = useReadOnly() || fixed === true;
  const saved = typeof props.value === 'string' ? props.value : '';
  const [draft, setDraft] = useState(saved);
  const [refused, setRefused] = useState<string | null>(null);
  // What another window, an undo or an import wrote takes the place of what is shown, unless a refused draft is being mended.
  useEffect(() => {
    if (refused === null) setDraft(saved);
  }, [saved, refused]);
  const isLine = declared.kind === 'line' || declared.kind === 'label';
  const change = (typed: string): void => {
    const text = isLine ? typed.replaceAll(/[\n\r]+/gu, ' ') : typed;
    setDraft(text);
    const checked = declared.schema.safeParse(text);
    if (!checked.success) {
      setRefused(
        `Not saved: ${checked.error.issues[0]?.message ?? 'this cannot be kept'}. What was saved before is unchanged.`,
      );
      return;
    }
    setRefused(null);
    write.type(text);
  };
  return (
    <TextField
      {...look(props)}
      value={draft}
      onChange={change}
      onBlur={() => void file.flush()}
      readOnly={readOnly}
      multiline={!isLine || props.wrap === true}
      {...(refused === null ? {} : { problem: refused })}
    />
  );
}

function NumberEditor(props: EditorProps) {
  const file = useFile();
  const write = useWriter(props);
  const [refused, setRefused] = useState<string | null>(null);
  const change = (value: number | null): void => {
    const problem = problemOf(props.declared, value);
    setRefused(problem === null ? null : `Not saved: ${problem}.`);
    if (problem === null) write.type(value);
  };
  return (
    <NumberField
      {...look(props)}
      value={typeof props.value === 'number' ? props.value : null}
      onChange={change}
      onBlur={() => void file.flush()}
      {...(refused === null ? {} : { problem: refused })}
      whole={props.declared.kind === 'integer'}
    />
  );
}

function DateEditor(props: EditorProps) {
  const { set } = useWriter(props);
  return <DateField {...look(props)} value={typeof props.value === 'string' ? props.value : null} onChange={set} />;
}

function ChoiceEditor(props: EditorProps) {
  const { declared, value } = props;
  const { set } = useWriter(props);
  const options = fieldOptions(useKit(), declared);
  const nullable = declared.schema.safeParse(null).success;
  return (
    <Select
      {...look(props)}
      value={typeof value === 'string' ? value : null}
      options={options}
      onChange={set}
      {...(nullable ? { none: props.none ?? 'Not chosen' } : {})}
    />
  );
}

function ReferenceEditor(props: EditorProps) {
  const { declared, value } = props;
  const { set } = useWriter(props);
  const target = (declared.target ?? 'stakeholder') as EntityName;
  const rows = useRows(target);
  const data = useFileState((state) => state.data);
  const items = rows.map((row) => ({ id: row.id, says: rowName(data, target, row.id) }));
  return (
    <ComboBox
      {...look(props)}
      items={items}
      value={typeof value === 'string' && value !== '' ? value : null}
      onChoose={set}
    />
  );
}

function FlagEditor(props: EditorProps) {
  const { set } = useWriter(props);
  const { label, hint, place } = look(props);
  return (
    <CheckBox
      label={label}
      checked={props.value === true}
      onChange={set}
      place={place}
      {...(hint === undefined ? {} : { hint })}
    />
  );
}

/** How a value is saved: typed ones are gathered until a pause, chosen ones are an entry of their own at once. */
function useWriter({ entity, id, isThere, name, declared, fresh }: EditorProps) {
  const file = useFile();
  const engagement = useFileState((state) => state.engagement);
  const save = (label: string, value: unknown): void => {
    const scope = entities[entity].scope === 'engagement' ? { engagement } : {};
    const change: Change =
      isThere && id !== null
        ? { op: 'update', entity, id, fields: { [name]: value } }
        : { op: 'insert', entity, id: id ?? file.newId(), fields: { ...scope, ...fresh?.(), [name]: value } };
    void file.edit(label, [change]);
  };
  return {
    type(value: unknown): void {
      if (isThere && id !== null) file.type(entity, id, { [name]: value });
      else save(`Edit “${declared.says}”`, value);
    },
    set: (value: unknown): void => save(`Set “${declared.says}”`, value),
  };
}

function look({
  entity,
  id,
  name,
  declared,
  value: _value,
  none: _none,
  fresh: _fresh,
  isThere: _isThere,
  wrap: _wrap,
  ...shown
}: EditorProps) {
  return { ...shown, label: shown.label ?? declared.says, place: placeOf(entity, id ?? '', name) };
}

/** The mark by which a field is found when one is led to it. */
export function placeOf(entity: EntityName, id: string, field: string): string {
  return `${entity}:${id}:${field}`;
}

function problemOf(declared: FieldDeclaration, value: unknown): string | null {
  const checked = declared.schema.safeParse(value);
  if (checked.success) return null;
  const issue = checked.error.issues[0];
  if (issue?.code === 'too_small') return `the least is ${showNumber(Number(issue.minimum))}`;
  if (issue?.code === 'too_big') return `the most is ${showNumber(Number(issue.maximum))}`;
  return issue?.message ?? 'this cannot be kept';
}

function showPlain(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' ? value : '';
}
