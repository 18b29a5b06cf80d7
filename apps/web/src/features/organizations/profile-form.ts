import type { components } from '#libs/api-client';
import type { OrganizationKind } from '#libs/contracts';
import type { FormRecord, Remote } from '../../forms/autosave.js';
import { api, ifMatch, read } from '../../lib/api.js';
import { type Profile, profileQuery } from '../../lib/organizations.js';
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
}

type Changes = components['schemas']['EditProfileDto'];

const COMMON: (keyof ProfileForm)[] = ['themes', 'offers', 'seeks', 'languages'];
const ASKED: Readonly<Record<OrganizationKind, readonly (keyof ProfileForm)[]>> = {
  city: [...COMMON, 'markets', 'operatingMonths'],
  sme: [...COMMON, 'sectors', 'markets', 'certifications', 'operatingMonths', 'capacity'],
  partner: [...COMMON, 'sectors', 'markets', 'certifications', 'operatingMonths', 'capacity'],
  consultancy: [...COMMON, 'consultingAreas', 'certifications', 'modes'],
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
  };
}

export function formOf(profile: Profile): ProfileForm {
  const number = (value: number | undefined) => (value === undefined ? '' : String(value));
  const form = blankProfile(profile.language);
  for (const field of TEXT_FIELDS) form[field] = profile[field] ?? '';
  for (const { name } of CODE_FIELDS) form[name] = profile[name];
  const { languages, operatingMonths, modes, capacity } = profile;
  const { groupsPerMonth, maxGroup } = capacity ?? {};
  return {
    ...form,
    languages,
    operatingMonths,
    modes,
    capacity: { groupsPerMonth: number(groupsPerMonth), maxGroup: number(maxGroup) },
  };
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
  if (field === 'summary' || field === 'offerText' || field === 'seekText')
    return form[field].length <= MAX_TEXT;
  return true;
}

function changesOf({ capacity, ...rest }: Partial<ProfileForm>): Changes {
  if (!capacity) return rest;
  const [groupsPerMonth, maxGroup] = [readCount(capacity.groupsPerMonth), readCount(capacity.maxGroup)];
  const stated = { ...(groupsPerMonth && { groupsPerMonth }), ...(maxGroup && { maxGroup }) };
  return { ...rest, capacity: Object.keys(stated).length > 0 ? stated : null };
}

/** How the profile of the acting organization is read and written; it has the organization's id. */
export function profileRecord(personId: string, organizationId: string): FormRecord<ProfileForm> {
  const path = { id: organizationId };
  const accept = (profile: Profile): Remote<ProfileForm> => {
    queryClient.setQueryData(profileQuery(organizationId, organizationId).queryKey, profile);
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
