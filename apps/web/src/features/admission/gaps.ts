import type { Step } from './admission-search.js';
import { type ApplicationForm, STEP_OF } from './application-form.js';

/** A field a submission needs that is empty, and where it is filled in. */
export interface OpenField {
  readonly field: keyof ApplicationForm;
  readonly step: Step;
}

/** What still has to be filled in; the server has the last word. */
export function gapsOf(form: ApplicationForm): OpenField[] {
  const needed: (keyof ApplicationForm)[] = ['motivation', 'route', 'documentFileId'];
  if (form.route === 'recommendation') needed.push('recommenderId');
  if (form.route === 'entry_proposal') needed.push('proposalId');
  return needed
    .filter((field) => form[field].trim() === '')
    .map((field) => ({ field, step: STEP_OF[field] ?? 'way' }));
}
