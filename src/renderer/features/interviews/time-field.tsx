/** A field for a clock time. */
import { Field, type FieldProps } from '../../ui/field.tsx';

/** A time as HH:MM, or an empty text. A time that is half typed is not handed on. */
export function TimeField({
  value,
  onChange,
  ...field
}: FieldProps & { value: string; onChange: (time: string) => void }) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          id={control.id}
          // An empty time that cannot be set would show its dashes: it shows the one of every other field.
          type={control.readOnly && value === '' ? 'text' : 'time'}
          className={control.className}
          value={control.readOnly && value === '' ? '–' : value}
          readOnly={control.readOnly}
          {...control.aria}
          onChange={(event) => {
            const { value: time, validity } = event.target;
            if (time !== '' || !validity.badInput) onChange(time);
          }}
        />
      )}
    </Field>
  );
}
