/** What every field shares: its label, what helps, what is wrong with it, and how the area around it shows fields. */
import { createContext, type ReactNode, useContext, useId, useMemo } from 'react';
import { classNames } from './class-names.ts';
import { CheckMark, type CheckKind } from './check-mark.tsx';
import { Spoken } from './spoken.tsx';
import styles from './field.module.css';

/** What is wrong with a field, in a sentence; the code stands last. A plain string is a blocker. */
export type Problem = string | { readonly kind: CheckKind; readonly says: string; readonly code?: string };

/** What every field takes. */
export type FieldProps = {
  label: string;
  /** The label is read out only, because other words on the screen stand in its place. */
  hideLabel?: boolean | undefined;
  hint?: string | undefined;
  problem?: Problem | undefined;
  readOnly?: boolean | undefined;
  /** No frame until the pointer or the focus is on it, so that the page reads as text. Usual in a definition list. */
  bare?: boolean | undefined;
  /** In a cell of a table: lies exactly over the text that it edits; the cell has the frame. */
  dense?: boolean | undefined;
  /** Written as `data-place`, for a jump to this field. */
  place?: string | undefined;
};

/** How the fields of an area are shown. */
type Area = {
  readonly layout: 'above' | 'beside';
  readonly bare: boolean;
  readonly dense: boolean;
  readonly readOnly: boolean;
};
const AreaContext = createContext<Area>({ layout: 'above', bare: false, dense: false, readOnly: false });

/** Sets how the fields inside are shown; what is left out stays as it is outside. */
export function FieldArea({
  looks = false,
  children,
  ...wanted
}: Partial<Area> & {
  /** Only narrows what is seen, such as a search: it works also where nothing can be changed. */
  looks?: boolean;
  children: ReactNode;
}) {
  const outer = useContext(AreaContext);
  const { layout = outer.layout, bare = outer.bare, dense = outer.dense, readOnly = false } = wanted;
  const locked = !looks && (readOnly || outer.readOnly);
  const area = useMemo(() => ({ layout, bare, dense, readOnly: locked }), [layout, bare, dense, locked]);
  return <AreaContext value={area}>{children}</AreaContext>;
}

/** Whether the area around can only be read, so that what edits is left out. */
export function useReadOnly(): boolean {
  return useContext(AreaContext).readOnly;
}

/** What a control inside a field needs. */
export type FieldControl = {
  readonly id: string;
  readonly className: string;
  readonly readOnly: boolean;
  /** Shown without a frame until it is used. */
  readonly bare: boolean;
  readonly aria: {
    readonly 'aria-label': string | undefined;
    readonly 'aria-describedby': string | undefined;
    readonly 'aria-invalid': 'true' | undefined;
  };
};

/** A field around its control: the label above or beside it, hint and problem below. */
export function Field({
  label,
  hideLabel = false,
  hint,
  problem,
  readOnly = false,
  bare,
  dense,
  place,
  group = false,
  children,
}: FieldProps & {
  /** The control is several elements, so the label names their group. */
  group?: boolean | undefined;
  children: (control: FieldControl) => ReactNode;
}) {
  const area = useContext(AreaContext);
  const id = useId();
  const locked = readOnly || area.readOnly;
  const found = typeof problem === 'string' ? { kind: 'blocker' as const, says: problem } : problem;
  const described = classNames(hint !== undefined && `${id}-hint`, found !== undefined && `${id}-problem`);
  const beside = area.layout === 'beside' && !hideLabel;
  const isDense = dense ?? area.dense;
  const isBare = (bare ?? area.bare) || isDense || locked;
  const control: FieldControl = {
    id,
    readOnly: locked,
    bare: isBare,
    className: classNames(
      styles.control,
      isBare && styles.bare,
      isDense && styles.dense,
      locked && styles.locked,
      found?.kind === 'blocker' && styles.wrong,
    ),
    aria: {
      'aria-label': hideLabel ? label : undefined,
      'aria-describedby': described === '' ? undefined : described,
      'aria-invalid': found?.kind === 'blocker' ? 'true' : undefined,
    },
  };
  return (
    <div className={classNames(styles.field, beside && styles.beside)} data-place={place}>
      {!hideLabel &&
        (group ? (
          <span className={styles.label} id={`${id}-label`}>
            {label}
          </span>
        ) : (
          <label className={styles.label} htmlFor={id}>
            {label}
          </label>
        ))}
      <div className={styles.body}>
        {children(control)}
        {hint !== undefined && (
          <p className={styles.hint} id={`${id}-hint`}>
            {hint}
          </p>
        )}
        {found !== undefined && <ProblemLine {...found} id={`${id}-problem`} />}
      </div>
    </div>
  );
}

/** One thing that is wrong: mark, sentence, code. */
export function ProblemLine({ kind, says, code, id }: { kind: CheckKind; says: string; code?: string; id?: string }) {
  return (
    <p className={styles.problem} data-kind={kind} id={id}>
      <CheckMark kind={kind} />
      <span>
        {says}
        {code !== undefined && <span className={styles.code}> {code}</span>}
      </span>
    </p>
  );
}

/** Text at the place of a field that cannot be edited by its nature, with the label where fields have theirs. */
export function Shown({ label, children }: { label: string; children: ReactNode }) {
  const { layout } = useContext(AreaContext);
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className={classNames(styles.field, layout === 'beside' && styles.beside)}>
      <span className={styles.label} id={id}>
        {label}
        <Spoken>: </Spoken>
      </span>
      <div className={classNames(styles.body, styles.shown)}>{children}</div>
    </div>
  );
}
