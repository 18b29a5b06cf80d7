import type { FieldError } from '#libs/kernel';
import type { FormQuestion } from './call-terms.js';

/** True when an earlier one has the same value. */
export function taken(values: readonly unknown[], place: number): boolean {
  return values.indexOf(values[place]) < place;
}

/** What is wrong with the form of a stage. */
export function checkForm(at: string, form: readonly FormQuestion[]): FieldError[] {
  if (form.length === 0) return [{ pointer: at, code: 'call/missing' }];
  const keys = form.map(({ key }) => key);
  return form.flatMap((question, place) => [
    ...(taken(keys, place) ? [{ pointer: `${at}/${place}/key`, code: 'call/key-taken' }] : []),
    ...checkQuestion(`${at}/${place}`, question),
  ]);
}

function checkQuestion(at: string, { kind, maxLength, options }: FormQuestion): FieldError[] {
  const found: FieldError[] = [];
  const isChoice = kind === 'choice' || kind === 'choices';
  if (isChoice && options.length < 2) found.push({ pointer: `${at}/options`, code: 'call/options-missing' });
  if (!isChoice && options.length > 0)
    found.push({ pointer: `${at}/options`, code: 'call/options-not-asked' });
  if (maxLength !== null && kind !== 'short' && kind !== 'long') {
    found.push({ pointer: `${at}/maxLength`, code: 'call/length-not-asked' });
  }
  const keys = options.map(({ key }) => key);
  const again = options.flatMap((_, place) =>
    taken(keys, place) ? [{ pointer: `${at}/options/${place}/key`, code: 'call/key-taken' }] : [],
  );
  return [...found, ...again];
}
