import { type Clash, differing, mergeForms } from './merge-forms.js';

/** What a form stands on. */
export interface Basis<Form> {
  form: Form;
  /** As the server has it, in our spelling. */
  base: Form;
  /** The same in the spelling of its last answer. */
  known: Form;
}

/** A form and the version of the record it has followed, with what others changed meanwhile. */
export interface Following<Form> extends Basis<Form> {
  seen: string | number;
  takenOver: readonly (keyof Form)[];
  clashes: readonly Clash<Form>[];
}

export function startFrom<Form extends object>(form: Form, seen: string | number): Following<Form> {
  return { seen, form, base: form, known: form, takenOver: [], clashes: [] };
}

/** Puts a form onto what others have saved; see `mergeForms`. */
export function rebase<Form extends object>({ form, base, known }: Basis<Form>, theirs: Form) {
  const merged = mergeForms({ ours: form, base }, { theirs, known });
  // What they left alone is still there as we sent it.
  const next = { ...base };
  for (const field of differing(theirs, known)) next[field] = theirs[field];
  return { ...merged, base: next, known: theirs };
}

/** Follows the record to another version. What was told of earlier ones stays told. */
export function follow<Form extends object>(
  now: Following<Form>,
  theirs: Form,
  seen: string | number,
): Following<Form> {
  const told = without(now, differing(theirs, now.known));
  const next = rebase(now, theirs);
  return {
    ...next,
    seen,
    takenOver: [...told.takenOver, ...next.takenOver],
    clashes: [...told.clashes, ...next.clashes],
  };
}

/** The same, with nothing told of these fields. */
export function without<Form extends object>(
  now: Following<Form>,
  fields: readonly (keyof Form)[],
): Following<Form> {
  return {
    ...now,
    takenOver: now.takenOver.filter((field) => !fields.includes(field)),
    clashes: now.clashes.filter(({ field }) => !fields.includes(field)),
  };
}
