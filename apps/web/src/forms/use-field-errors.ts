import type { FieldError } from '../components/error-summary.js';
import { useText } from '../i18n/use-text.js';
import { ApiProblem } from '../lib/api-problem.js';

/**
 * What keeps a form from being sent: what it finds wrong itself, and each field of the form the server refused, once.
 *
 * @param found by the form itself; stands first
 */
export function useFieldErrors<Form extends object>(
  form: Form,
  problem: unknown,
  nameOf: (field: keyof Form) => string,
  found: readonly FieldError[],
): FieldError[] {
  const text = useText();
  const errors = [...found];
  const faults = problem instanceof ApiProblem ? problem.faults : [];
  for (const { pointer } of faults) {
    const [, field = ''] = pointer.split('/');
    if (!(field in form) || errors.some((error) => error.field === field)) continue;
    errors.push({ field, message: text('forms.refused', { field: nameOf(field as keyof Form) }) });
  }
  return errors;
}
