import { ValidateIf } from 'class-validator';

/** Checks a field only when it was sent; unlike `@IsOptional()` it refuses null: such a field cannot be cleared. */
export function IfSent(): PropertyDecorator {
  return ValidateIf((_, value) => value !== undefined);
}
