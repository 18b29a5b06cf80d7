import { type FieldError, InvalidInput } from '#libs/kernel';
import type { TaxonomyCodes } from '#libs/vocabulary';
import { CODES_OF, type EntryContent, type EntryKind } from '../domain/entry.js';

/** Refuses codes of an entry that are not of the kinds it is asked: `taxonomy/unknown-code`. */
export function checkEntryCodes(codes: TaxonomyCodes, kind: EntryKind, content: EntryContent): void {
  codes.check(content, { markets: 'market' });
  const kinds = CODES_OF[kind] ?? [];
  const errors = content.codes.flatMap((code, index): FieldError[] =>
    kinds.some((concept) => codes.has(concept, code))
      ? []
      : [{ pointer: `/codes/${index}`, code: 'taxonomy/unknown-code' }],
  );
  if (errors.length > 0) throw new InvalidInput(errors);
}
