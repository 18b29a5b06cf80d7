/** A field that was changed here and, to something else, by somebody else. */
export interface Clash<Form> {
  field: keyof Form;
  theirs: Form[keyof Form];
}

export interface Merged<Form> {
  form: Form;
  takenOver: readonly (keyof Form)[];
  clashes: readonly Clash<Form>[];
}

/** Equal for the reader: spaces around a text do not count, since the server drops them. */
function isSame(a: unknown, b: unknown): boolean {
  return spelled(a) === spelled(b);
}

function spelled(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? part.trim() : part)) ?? '';
}

/** Fields in which two forms differ. */
export function differing<Form extends object>(a: Form, b: Form): (keyof Form)[] {
  return (Object.keys(a) as (keyof Form)[]).filter((field) => !isSame(a[field], b[field]));
}

/**
 * Joins two changes of the same form, field by field: what was not touched here follows theirs; what was touched
 * here stays, and where they touched it too, theirs is reported so that nobody's words vanish unseen.
 *
 * @param ours the form as it stands here, and `base`, as we last sent or read it
 * @param theirs the form as it stands on the server now, and `known`, as the server answered it last; its spelling
 *   may differ from ours (`4200000` for `4,200,000`), which is no change
 */
export function mergeForms<Form extends object>(
  { ours, base }: { ours: Form; base: Form },
  { theirs, known }: { theirs: Form; known: Form },
): Merged<Form> {
  const form = { ...ours };
  const takenOver: (keyof Form)[] = [];
  const clashes: Clash<Form>[] = [];
  for (const field of differing(theirs, known)) {
    if (isSame(ours[field], base[field])) {
      form[field] = theirs[field];
      takenOver.push(field);
    } else if (!isSame(ours[field], theirs[field])) {
      clashes.push({ field, theirs: theirs[field] });
    }
  }
  return { form, takenOver, clashes };
}
