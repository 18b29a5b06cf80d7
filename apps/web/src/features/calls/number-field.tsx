import { TextField } from '../../components/field.js';

/** A whole number; an empty field is 0, which no rule of a call takes. */
export function NumberField(props: {
  name: string;
  label: string;
  description?: string;
  value: number;
  onChange: (value: number) => void;
}) {
  const { value, onChange, ...rest } = props;
  return (
    <TextField
      type="number"
      inputMode="numeric"
      min={0}
      step={1}
      {...rest}
      value={value === 0 ? '' : value}
      onChange={(event) => onChange(Math.trunc(Number(event.currentTarget.value)) || 0)}
    />
  );
}
