import type { components } from '#libs/api-client';
import { ENTRY_DETAILS } from '#libs/contracts';
import type { FormRecord, Remote } from '../../forms/autosave.js';
import { NO_PERIOD, readPeriod, type WrittenPeriod } from '../../forms/period-field.js';
import { api, ifMatch, read } from '../../lib/api.js';
import { type Entry, type EntryKind, entriesQuery, keepEntry } from '../../lib/profile-entries.js';
import { queryClient } from '../../lib/query.js';
import { readCount } from './profile-form.js';

/** An entry as it is being written. */
export interface EntryForm {
  language: string;
  title: string;
  text: string;
  collaborations: string[];
  themes: string[];
  certifications: string[];
  markets: string[];
  months: number[];
  capacity: string;
  reach: string;
  /** First and last day; one alone is allowed. */
  days: WrittenPeriod;
  party: string;
  expiresOn: string;
  link: string;
  /** Empty: none. */
  fileId: string;
}

/** The fields that hold codes; the server keeps them in one list. */
export const ENTRY_CODES = {
  collaborations: { kind: 'collaboration', prefix: 'col.' },
  themes: { kind: 'theme', prefix: 'thm.' },
  certifications: { kind: 'certification', prefix: 'crt.' },
} as const;
export type EntryCodes = keyof typeof ENTRY_CODES;

/** Which of them a kind of entry is asked. */
export function codesAskedOf(kind: EntryKind): EntryCodes[] {
  if (!ENTRY_DETAILS[kind].includes('codes')) return [];
  if (kind === 'certification') return ['certifications'];
  return kind === 'offer' || kind === 'seek' ? ['collaborations', 'themes'] : ['themes'];
}

export function blankEntry(language: string): EntryForm {
  return {
    ...{ language, title: '', text: '', collaborations: [], themes: [], certifications: [], markets: [] },
    ...{
      months: [],
      capacity: '',
      reach: '',
      days: NO_PERIOD,
      party: '',
      expiresOn: '',
      link: '',
      fileId: '',
    },
  };
}

export function entryForm(entry: Entry): EntryForm {
  const of = (codes: EntryCodes) => entry.codes.filter((code) => code.startsWith(ENTRY_CODES[codes].prefix));
  const original = (text: Entry['text']) => text?.versions[0]?.text ?? '';
  return {
    language: entry.language,
    title: original(entry.title),
    text: original(entry.text),
    collaborations: of('collaborations'),
    themes: of('themes'),
    certifications: of('certifications'),
    markets: entry.markets,
    months: entry.months,
    capacity: entry.capacity === null ? '' : String(entry.capacity),
    reach: entry.reach === null ? '' : String(entry.reach),
    days: { from: entry.startsOn ?? '', to: entry.endsOn ?? '' },
    party: entry.party ?? '',
    expiresOn: entry.expiresOn ?? '',
    link: entry.link ?? '',
    fileId: entry.file?.id ?? '',
  };
}

export function isValidEntry(form: EntryForm, field: keyof EntryForm): boolean {
  switch (field) {
    case 'title':
      return form.title.trim() !== '';
    case 'capacity':
    case 'reach':
      return readCount(form[field]) !== undefined;
    case 'days':
      return form.days.from === '' || form.days.to === '' || readPeriod(form.days) !== undefined;
    case 'link':
      return form.link.trim() === '' || /^https?:\/\/\S+\.\S+$/.test(form.link.trim());
    default:
      return true;
  }
}

type Changes = components['schemas']['EditEntryDto'];

/** The fields of the API that hold a field of the form. */
const SENT_AS: Readonly<Record<keyof EntryForm, readonly string[]>> = {
  ...{ language: ['language'], title: ['title'], text: ['text'] },
  ...{ collaborations: ['codes'], themes: ['codes'], certifications: ['codes'] },
  ...{ markets: ['markets'], months: ['months'], capacity: ['capacity'], reach: ['reach'] },
  ...{ days: ['startsOn', 'endsOn'], party: ['party'], expiresOn: ['expiresOn'] },
  ...{ link: ['link'], fileId: ['fileId'] },
};

/** These fields as they are sent; empty ones clear, and what the kind is not asked or cannot be sent yet is left out. */
function changesOf(kind: EntryKind, form: EntryForm, fields: readonly (keyof EntryForm)[]): Changes {
  const asked = new Set<string>(['language', 'title', 'text', ...ENTRY_DETAILS[kind]]);
  const valid = fields.filter((field) => isValidEntry(form, field));
  const sent = new Set(valid.flatMap((field) => SENT_AS[field]).filter((name) => asked.has(name)));
  const whole: Changes = {
    language: form.language,
    title: form.title,
    text: form.text.trim() || null,
    codes: codesAskedOf(kind).flatMap((codes) => form[codes]),
    markets: form.markets,
    months: form.months,
    capacity: readCount(form.capacity) ?? null,
    reach: readCount(form.reach) ?? null,
    startsOn: form.days.from || null,
    endsOn: form.days.to || null,
    party: form.party.trim() || null,
    expiresOn: form.expiresOn || null,
    link: form.link.trim() || null,
    fileId: form.fileId || null,
  };
  return Object.fromEntries(Object.entries(whole).filter(([name]) => sent.has(name)));
}

/** How one entry of the acting organization is read and written; `current` is the form as it stands. */
export function entryRecord(
  personId: string,
  organizationId: string,
  kind: EntryKind,
  current: () => EntryForm,
): FormRecord<EntryForm> {
  const accept = (entry: Entry): Remote<EntryForm> => {
    keepEntry(organizationId, entry);
    return { id: entry.id, version: entry.version, form: entryForm(entry) };
  };
  return {
    key: `${personId}/profile/${organizationId}/${kind}`,
    isReady: (form) => form.title.trim() !== '' && (kind !== 'picture' || form.fileId !== ''),
    isValid: isValidEntry,
    create: async (form, idempotencyKey) =>
      accept(
        await read(
          api.POST('/api/v1/organizations/{id}/profile/entries', {
            params: { path: { id: organizationId }, header: { 'Idempotency-Key': idempotencyKey } },
            body: {
              ...changesOf(kind, form, Object.keys(form) as (keyof EntryForm)[]),
              ...{ kind, language: form.language, title: form.title },
            },
          }),
        ),
      ),
    update: async (id, version, changes) =>
      accept(
        await read(
          api.PATCH('/api/v1/profile-entries/{id}', {
            params: { path: { id }, header: ifMatch(version) },
            body: changesOf(kind, { ...current(), ...changes }, Object.keys(changes) as (keyof EntryForm)[]),
          }),
        ),
      ),
    read: async (id) => {
      const entries = await queryClient.fetchQuery({
        ...entriesQuery(organizationId, organizationId),
        staleTime: 0,
      });
      const entry = entries.find((each) => each.id === id);
      if (!entry) throw new Error('The entry was removed.');
      return accept(entry);
    },
  };
}
