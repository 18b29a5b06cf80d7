import type { FieldError } from '../../components/error-summary.js';
import { useText } from '../../i18n/use-text.js';
import { ApiProblem } from '../../lib/api-problem.js';
import { isValidOrganization, NEEDED, type OrganizationForm } from './organization-form.js';

/** What is wrong with the organization as it is written: open fields after the first try, and what was refused. */
export function useOrganizationErrors(
  form: OrganizationForm,
  problem: unknown,
  hasTried: boolean,
): FieldError[] {
  const text = useText();
  const wrong = (field: 'name' | 'kind' | 'country' | 'website'): FieldError => ({
    field,
    message: text(`admission.organization.${field}.wrong`),
  });
  const checked = [...NEEDED, 'website'] as const;
  const errors = hasTried ? checked.filter((field) => !isValidOrganization(form, field)).map(wrong) : [];
  const faults = problem instanceof ApiProblem ? problem.faults : [];
  for (const { pointer } of faults) {
    const [, field = ''] = pointer.split('/');
    if (!(field in form) || errors.some((error) => error.field === field)) continue;
    const name = text(`admission.organization.${field as keyof OrganizationForm}`);
    errors.push({ field, message: text('forms.refused', { field: name }) });
  }
  return errors;
}
