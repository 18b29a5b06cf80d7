import { Transform } from 'class-transformer';

const DIGITS = /^\d{1,15}$/;

/** A whole number in an address: digits only, and none of what else JavaScript takes for a number (`0x10`, `1e1`, ` 5`). */
export function FromDigits(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && DIGITS.test(value) ? Number(value) : value,
  );
}
