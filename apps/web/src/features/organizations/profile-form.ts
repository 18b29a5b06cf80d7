import type { components } from '#libs/api-client';
import type { OrganizationKind } from '#libs/contracts';
import type { FormRecord, Remote } from '../../forms/autosave.js';
import { api, ifMatch, read } from '../../lib/api.js';
import { parseAmount, writeAmount } from '../../lib/money.js';
import { type Profile, profileQuery } from '../../lib/organizations.js';
import { profileChanged } from '../../lib/profile-entries.js';
import { queryClient } from '../../lib/query.js';
import type { ConceptKind } from '../../lib/taxonomy.js';

/** Fields whose values are codes of the vocabulary, in the order they are asked. */
export const CODE_FIELDS = [
  { name: 'sectors', kind: 'sector' },
  { name: 'themes', kind: 'theme' },
  { name: 'offers', kind: 'collaboration' },
  { name: 'seeks', kind: 'collaboration' },
  { name: 'markets', kind: 'market' },
  { name: 'consultingAreas', kind: 'consulting_area' },
  { name: 'certifications', kind: 'certification' },
] as const satisfies { name: keyof Profile; kind: ConceptKind }[];
type CodeField = (typeof CODE_FIELDS)[number]['name'];
type FeeRange = components['schemas']['FeeRangeDto'];
type Mode = Profile['modes'][number];
export const MODES = ['onsite', 'remote'] as const satisfies Mode[];
export const TEXT_FIELDS = ['summary', 'offerText', 'seekText'] as const;
export const MAX_TEXT = 10_000;

/** A profile as it is being written. Names of fields are those of the API, so that its pointers lead to them. */
export interface ProfileForm extends Record<CodeField, string[]> {
  language: string;
  summary: string;
  offerText: string;
  seekText: string;
  languages: string[];
  operatingMonths: number[];
  modes: Mode[];
  capacity: { groupsPerMonth: string; maxGroup: string };
  fees: WrittenFees;
  loadLimit: string;
}

/** A range of fees as it is being typed. */
export interface WrittenFees {
  min: string;
  max: string;
  currency: string;
  per: FeeRange['per'];
}

type Changes = components['schemas']['EditProfileDto'];

const COMMON: (keyof ProfileForm)[] = ['themes', 'offers', 'seeks', 'languages'];
const ASKED: Readonly<Record<OrganizationKind, readonly (keyof ProfileForm)[]>> = {
  city: [...COMMON, 'markets', 'operatingMonths'],
  sme: [...COMMON, 'sectors', 'markets', 'certifications', 'operatingMonths', 'capacity'],
  partner: [...COMMON, 'sectors', 'markets', 'certifications', 'operatingMonths', 'capacity'],
  consultancy: [...COMMON, 'consultingAreas', 'certifications', 'modes', 'fees', 'loadLimit'],
  secretariat: COMMON,
};

/** What organizations of a kind are asked; nobody fills in what can say nothing about them. */
export function fieldsFor(kind: OrganizationKind): ReadonlySet<keyof ProfileForm> {
  return new Set(ASKED[kind]);
}

export function blankProfile(language: string): ProfileForm {
  return {
    language,
    summary: '',
    offerText: '',
    seekText: '',
    sectors: [],
    themes: [],
    offers: [],
    seeks: [],
    markets: [],
    certifications: [],
    consultingAreas: [],
    languages: [],
    operatingMonths: [],
    modes: [],
    capacity: { groupsPerMonth: '', maxGroup: '' },
    fees: { min: '', max: '', currency: 'USD', per: 'day' },
    loadLimit: '',
  };
}

export function formOf(profile: Profile): ProfileForm {
  const number = (value: number | undefined) => (value === undefined ? '' : String(value));
  const form = blankProfile(profile.language);
  for (const field of TEXT_FIELDS) form[field] = profile[field] ?? '';
  for (const { name } of CODE_FIELDS) form[name] = profile[name];
  const { languages, operatingMonths, modes, capacity, fees, loadLimit } = profile;
  const { groupsPerMonth, maxGroup } = capacity ?? {};
  return {
    ...form,
    languages,
    operatingMonths,
    modes,
    capacity: { groupsPerMonth: number(groupsPerMonth), maxGroup: number(maxGroup) },
    fees: fees ? writtenFees(fees) : form.fees,
    loadLimit: number(loadLimit ?? undefined),
  };
}

function writtenFees({ minMinor, maxMinor, currency, per }: FeeRange): WrittenFees {
  const written = (amountMinor: number) => writeAmount({ amountMinor, currency });
  return { min: written(minMinor), max: written(maxMinor), currency, per };
}

/** Null where nothing is written; undefined where it is no range yet. */
export function readFees({ min, max, currency, per }: WrittenFees): FeeRange | null | undefined {
  if (min.trim() === '' && max.trim() === '') return null;
  const [minMinor, maxMinor] = [parseAmount(min, currency), parseAmount(max, currency)];
  if (minMinor === null || maxMinor === null || maxMinor < minMinor) return undefined;
  return { minMinor, maxMinor, currency, per };
}

/** A whole number from 1; null where nothing is written, undefined where it is something else. */
export function readCount(written: string): number | null | undefined {
  const digits = written.normalize('NFKC').replace(/[\s.,]/g, '');
  if (digits === '') return null;
  const count = Number(digits);
  return Number.isInteger(count) && count >= 1 && count <= 1_000_000 ? count : undefined;
}

export function isValid(form: ProfileForm, field: keyof ProfileForm): boolean {
  if (field === 'capacity')
    return Object.values(form.capacity).every((each) => readCount(each) !== undefined);
  if (field === 'fees') return readFees(form.fees) !== undefined;
  if (field === 'loadLimit') return readCount(form.loadLimit) !== undefined;
  if (field === 'summary' || field === 'offerText' || field === 'seekText')
    return form[field].length <= MAX_TEXT;
  return true;
}

function changesOf({ capacity, fees, loadLimit, ...rest }: Partial<ProfileForm>): Changes {
  return {
    ...rest,
    ...(capacity && { capacity: statedCapacity(capacity) }),
    ...(fees && { fees: readFees(fees) ?? null }),
    ...(loadLimit !== undefined && { loadLimit: readCount(loadLimit) ?? null }),
  };
}

function statedCapacity(capacity: ProfileForm['capacity']): Changes['capacity'] {
  const [groupsPerMonth, maxGroup] = [readCount(capacity.groupsPerMonth), readCount(capacity.maxGroup)];
  const stated = { ...(groupsPerMonth && { groupsPerMonth }), ...(maxGroup && { maxGroup }) };
  return Object.keys(stated).length > 0 ? stated : null;
}

/** What the server has now is what every screen shows. */
export function keepProfile(organizationId: string, profile: Profile): void {
  queryClient.setQueryData(profileQuery(organizationId, organizationId).queryKey, profile);
  profileChanged(organizationId);
}

/** How the profile of the acting organization is read and written; it has the organization's id. */
export function profileRecord(personId: string, organizationId: string): FormRecord<ProfileForm> {
  const path = { id: organizationId };
  const accept = (profile: Profile): Remote<ProfileForm> => {
    keepProfile(organizationId, profile);
    return { id: organizationId, version: profile.version, form: formOf(profile) };
  };
  return {
    key: `${personId}/profile/${organizationId}`,
    isReady: () => true,
    isValid,
    create: async ({ language, ...rest }) =>
      accept(
        await read(
          api.PUT('/api/v1/organizations/{id}/profile', {
            // Without a version: there is none yet, and one made meanwhile by somebody else must not be replaced.
            params: { path } as { path: typeof path; header: { 'If-Match': string } },
            body: { language, ...changesOf(rest) },
          }),
        ),
      ),
    update: async (_, version, changes) =>
      accept(
        await read(
          api.PATCH('/api/v1/organizations/{id}/profile', {
            params: { path, header: ifMatch(version) },
            body: changesOf(changes),
          }),
        ),
      ),
    read: async () => accept(await read(api.GET('/api/v1/organizations/{id}/profile', { params: { path } }))),
  };
}
