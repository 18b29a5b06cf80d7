import { Transform } from 'class-transformer';

/** A filter that may be repeated: `?state=draft&state=submitted`; one value is a list of one. */
export function Repeated(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    value === undefined || Array.isArray(value) ? value : [value],
  );
}
