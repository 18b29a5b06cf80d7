import { ENTRY_DETAILS, ENTRY_KINDS_OF, type EntryKind } from '#libs/contracts';
import { type ChangesOf, checkedDay, type FieldError, InvalidInput, patched, saidOrNull } from '#libs/kernel';
import type { Fact } from './fact.js';
import { afterEdit, type Originals, type Translations } from './translations.js';

export { ENTRY_KINDS, type EntryKind } from '#libs/contracts';

/** What an entry says. What its kind does not ask is empty. */
export interface EntryContent {
  /** BCP 47 language of title and text. */
  readonly language: string;
  /** Of a reference: what was done; of a picture: what it shows. */
  readonly title: string;
  readonly text: string | null;
  /** Taxonomy codes, of the kinds of {@link CODES_OF}. */
  readonly codes: readonly string[];
  readonly markets: readonly string[];
  /** Months of the year, 1 to 12, ascending. */
  readonly months: readonly number[];
  /** Guests at once. */
  readonly capacity: number | null;
  /** People a medium reaches in a month. */
  readonly reach: number | null;
  /** Calendar dates; of a reference, when it was. */
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  /** Who issued a certificate, or for whom the work of a reference was. */
  readonly party: string | null;
  /** Last day on which a certificate is valid. */
  readonly expiresOn: string | null;
  /** Absolute http(s) address. */
  readonly link: string | null;
  /** Picture, or proof of a certificate. */
  readonly fileId: string | null;
}

export const ENTRY_TEXTS = ['title', 'text'] as const;
export type EntryText = (typeof ENTRY_TEXTS)[number];

export interface Entry extends EntryContent, Fact {
  readonly id: string;
  readonly organizationId: string;
  readonly kind: EntryKind;
  /** From 0, among the entries of its kind. */
  readonly position: number;
  readonly translations: Translations<EntryText>;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** More of one kind nobody reads. */
export const MAX_ENTRIES_OF_KIND = 40;

/** Kinds of concepts an entry's codes may be of. */
export const CODES_OF: Readonly<Partial<Record<EntryKind, readonly CodeKind[]>>> = {
  offer: ['collaboration', 'theme'],
  seek: ['collaboration', 'theme'],
  resource: ['theme'],
  season: ['theme'],
  event: ['theme'],
  goal: ['theme'],
  certification: ['certification'],
};
type CodeKind = 'collaboration' | 'theme' | 'certification';

export type EntryChanges = ChangesOf<EntryContent, 'language' | 'title'>;
export type EntryInput = Pick<EntryContent, 'language' | 'title'> & EntryChanges;

const BLANK: Omit<EntryContent, 'language' | 'title'> = {
  text: null,
  codes: [],
  markets: [],
  months: [],
  capacity: null,
  reach: null,
  startsOn: null,
  endsOn: null,
  party: null,
  expiresOn: null,
  link: null,
  fileId: null,
};

/** @throws InvalidInput 422 for what the kind is not asked and for what contradicts itself */
export function wholeEntry(kind: EntryKind, input: EntryInput): EntryContent {
  return changedEntry(kind, { ...BLANK, language: input.language, title: input.title }, input);
}

/** `content` with the sent fields replaced. @throws InvalidInput 422 */
export function changedEntry(kind: EntryKind, content: EntryContent, changes: EntryChanges): EntryContent {
  refuseUnasked(kind, changes);
  const changed: EntryContent = {
    language: changes.language ?? content.language,
    title: (changes.title ?? content.title).trim(),
    text: saidOrNull(patched(changes.text, content.text, null)),
    codes: patched(changes.codes, content.codes, []),
    markets: patched(changes.markets, content.markets, []),
    months: [...patched(changes.months, content.months, [])].sort((a, b) => a - b),
    capacity: patched(changes.capacity, content.capacity, null),
    reach: patched(changes.reach, content.reach, null),
    startsOn: checkedDay('/startsOn', patched(changes.startsOn, content.startsOn, null)),
    endsOn: checkedDay('/endsOn', patched(changes.endsOn, content.endsOn, null)),
    party: saidOrNull(patched(changes.party, content.party, null)),
    expiresOn: checkedDay('/expiresOn', patched(changes.expiresOn, content.expiresOn, null)),
    link: saidOrNull(patched(changes.link, content.link, null)),
    fileId: patched(changes.fileId, content.fileId, null),
  };
  if (kind === 'picture' && changed.fileId === null) {
    throw new InvalidInput([{ pointer: '/fileId', code: 'profile/file-needed' }]);
  }
  if (changed.startsOn !== null && changed.endsOn !== null && changed.endsOn < changed.startsOn) {
    throw new InvalidInput([{ pointer: '/endsOn', code: 'period/ends-before-it-begins' }]);
  }
  return changed;
}

function refuseUnasked(kind: EntryKind, changes: EntryChanges): void {
  const asked = new Set<string>(['language', ...ENTRY_TEXTS, ...ENTRY_DETAILS[kind]]);
  const errors = Object.entries(changes).flatMap(([field, value]): FieldError[] =>
    asked.has(field) || isEmpty(value) || !(field in BLANK)
      ? []
      : [{ pointer: `/${field}`, code: 'profile/field-not-asked' }],
  );
  if (errors.length > 0) throw new InvalidInput(errors);
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

export function entryOriginals({ language, title, text }: EntryContent): Originals<EntryText> {
  return { language, texts: { title, text } };
}

/** What an edit leaves of the translations. */
export function entryTranslationsAfter(current: Entry, content: EntryContent): Translations<EntryText> {
  return afterEdit(current.translations, entryOriginals(current), entryOriginals(content));
}

/** Whether organizations of a kind are asked for such entries. */
export function isAsked(organizationKind: string | undefined, kind: EntryKind): boolean {
  const kinds: Readonly<Record<string, readonly EntryKind[]>> = ENTRY_KINDS_OF;
  return organizationKind !== undefined && (kinds[organizationKind]?.includes(kind) ?? false);
}

/** `ids` with one of them at another place, from 0; beyond the last it becomes the last. */
export function movedTo(ids: readonly string[], id: string, position: number): string[] {
  const others = ids.filter((other) => other !== id);
  return [...others.slice(0, position), id, ...others.slice(position)];
}
