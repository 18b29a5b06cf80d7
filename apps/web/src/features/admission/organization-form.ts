import type { components } from '#libs/api-client';
import type { FormRecord, Remote } from '../../forms/autosave.js';
import { api, ifMatch, read } from '../../lib/api.js';
import { type Organization, organizationQuery } from '../../lib/organizations.js';
import { queryClient } from '../../lib/query.js';

export const APPLICANT_KINDS = ['sme', 'city', 'consultancy', 'partner'] as const;
export type ApplicantKind = (typeof APPLICANT_KINDS)[number];

/** The organization that applies, as it is being written. Names of fields are those of the API. */
export interface OrganizationForm {
  kind: ApplicantKind | '';
  name: string;
  nameLocal: string;
  country: string;
  languages: string[];
  registrationNumber: string;
  website: string;
}

export const MAX_NAME = 200;
/** What has to be there before anything can be begun. */
export const NEEDED = ['kind', 'name', 'country'] as const satisfies (keyof OrganizationForm)[];
/** What stays as it was begun. */
const FIXED: readonly (keyof OrganizationForm)[] = ['kind', 'country'];

export function blankOrganization(language: string): OrganizationForm {
  return {
    ...{ kind: '', name: '', nameLocal: '', country: '' },
    ...{ languages: [language], registrationNumber: '', website: '' },
  };
}

export function organizationFormOf(organization: Organization): OrganizationForm {
  const { kind, name, nameLocal, country, languages, registrationNumber, website } = organization;
  return {
    kind: kind === 'secretariat' ? '' : kind,
    name,
    nameLocal: nameLocal ?? '',
    country,
    languages,
    registrationNumber: registrationNumber ?? '',
    website: website ?? '',
  };
}

export function isValidOrganization(form: OrganizationForm, field: keyof OrganizationForm): boolean {
  switch (field) {
    case 'kind':
    case 'country':
      return form[field] !== '';
    case 'name':
      return form.name.trim() !== '';
    case 'website':
      return form.website.trim() === '' || URL.canParse(wholeAddress(form.website) ?? '');
    case 'languages':
      return form.languages.length > 0;
    case 'nameLocal':
    case 'registrationNumber':
      return true;
  }
}

/** People write `gangmun.example`; the API wants the scheme. Null where it is no address. */
function wholeAddress(written: string): string | null {
  const address = written.trim();
  const whole = /^https?:\/\//i.test(address) ? address : `https://${address}`;
  return /^https?:\/\/[^\s/.]+(\.[^\s/.]+)+/i.test(whole) ? whole : null;
}

/** An organization on record, kept letter by letter. */
export function organizationRecord(personId: string, organizationId: string): FormRecord<OrganizationForm> {
  const accept = (organization: Organization): Remote<OrganizationForm> => {
    queryClient.setQueryData(organizationQuery(organizationId, organizationId).queryKey, organization);
    return { id: organization.id, version: organization.version, form: organizationFormOf(organization) };
  };
  const path = { id: organizationId };
  return {
    key: `${personId}/applicant/${organizationId}`,
    isReady: () => false,
    isValid: (form, field) => !FIXED.includes(field) && isValidOrganization(form, field),
    create: () => Promise.reject(new Error('An applicant is begun with its application.')),
    update: async (_id, version, { kind: _, country: __, ...changes }) =>
      accept(
        await read(
          api.PATCH('/api/v1/organizations/{id}', {
            params: { path, header: ifMatch(version) },
            body: stated(changes),
          }),
        ),
      ),
    read: async () => accept(await read(api.GET('/api/v1/organizations/{id}', { params: { path } }))),
  };
}

type Stated = components['schemas']['StartApplicationDto'];

/** Begins an application for an organization that is not in the network. `language` is that of what follows. */
export function startApplication(form: OrganizationForm, language: string, idempotencyKey?: string) {
  const { kind, country, name, languages, ...rest } = form;
  if (kind === '') throw new Error('The kind of the organization is open.');
  const body: Stated = { kind, country, name, languages, language, ...stated(rest) };
  const header = idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey };
  return read(api.POST('/api/v1/membership-applications', { body, params: { header } }));
}

/** What is empty is said to be absent. */
function stated<Fields extends Partial<Record<'nameLocal' | 'registrationNumber' | 'website', string>>>(
  fields: Fields,
) {
  const { nameLocal, registrationNumber, website, ...rest } = fields;
  return {
    ...rest,
    ...(nameLocal !== undefined && { nameLocal: nameLocal.trim() || null }),
    ...(registrationNumber !== undefined && { registrationNumber: registrationNumber.trim() || null }),
    ...(website !== undefined && { website: wholeAddress(website) }),
  };
}
