import { useState } from 'react';
import { follow, type Following, startFrom, without } from './following.js';

/**
 * A form on a record that others may change while it is open. What they change where nothing was typed is taken over,
 * what was typed stays, and where both changed a field theirs is told: so the fields always stand on the `version` that
 * is read, and sending that version overwrites nothing that was not shown.
 *
 * @param version of the record as it is read now, with which `theirs` changes
 */
export function useBasedForm<Form extends object>(theirs: Form, version: string | number) {
  const [held, hold] = useState<Following<Form>>(() => startFrom(theirs, version));
  const state = held.seen === version ? held : follow(held, theirs, version);
  if (state !== held) hold(state);
  return {
    ...state,
    set: (changes: Partial<Form>) =>
      hold((now) => ({
        ...without(now, Object.keys(changes) as (keyof Form)[]),
        form: { ...now.form, ...changes },
      })),
    /** What was sent is what the server has, even where it answers it in another spelling. */
    accept: (sent: Form, answered: Form) =>
      hold((now) => ({
        ...now,
        base: { ...answered, ...sent },
        known: answered,
        takenOver: [],
        clashes: [],
      })),
  };
}
