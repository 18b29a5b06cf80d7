import { InvalidInput } from './domain-error.js';

/**
 * Runs the check of one part of an input and leads the pointers of what it refuses by where that part stands:
 * `within('/budget', () => money(…))` refuses `/budget/amountMinor`.
 */
export function within<Result>(pointer: string, check: () => Result): Result {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const errors = (error.options.errors ?? []).map((field) => ({
      ...field,
      pointer: `${pointer}${field.pointer}`,
    }));
    throw new InvalidInput(errors, error.code);
  }
}
