import type { components } from '#libs/api-client';
import type { FormRecord, Remote } from '../../forms/autosave.js';
import { api, ifMatch, read } from '../../lib/api.js';
import { meQuery } from '../../lib/me.js';
import { type Organization, organizationQuery } from '../../lib/organizations.js';
import { queryClient } from '../../lib/query.js';

/** What an organization says of itself outside its profile, as it is being written. */
export interface SettingsForm {
  name: string;
  nameLocal: string;
  /** One a line. */
  aliases: string;
  adminRegion: string;
  languages: string[];
  website: string;
  registrationNumber: string;
  emailDomain: string;
}
type Changes = components['schemas']['UpdateOrganizationDto'];

export const MAX_NAME = 200;
const MAX_ALIASES = 20;

export function settingsOf(organization: Organization): SettingsForm {
  return {
    name: organization.name,
    nameLocal: organization.nameLocal ?? '',
    aliases: organization.statedAliases.join('\n'),
    adminRegion: organization.adminRegion ?? '',
    languages: organization.languages,
    website: organization.website ?? '',
    registrationNumber: organization.registrationNumber ?? '',
    emailDomain: organization.emailDomain ?? '',
  };
}

const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];

export function isValidSetting(form: SettingsForm, field: keyof SettingsForm): boolean {
  switch (field) {
    case 'name':
      return form.name.trim() !== '';
    case 'aliases':
      return linesOf(form.aliases).length <= MAX_ALIASES;
    case 'website':
      return form.website.trim() === '' || /^https?:\/\/\S+\.\S+$/.test(form.website.trim());
    case 'emailDomain':
      return form.emailDomain.trim() === '' || /^[^\s@.]+(\.[^\s@.]+)+$/.test(form.emailDomain.trim());
    default:
      return true;
  }
}

function changesOf(form: Partial<SettingsForm>): Changes {
  const { aliases, languages, name, ...clearable } = form;
  const texts = Object.entries(clearable).map(([field, value]) => [field, value.trim() || null]);
  return {
    ...(Object.fromEntries(texts) as Changes),
    ...(name !== undefined && { name: name.trim() }),
    ...(aliases !== undefined && { aliases: linesOf(aliases) }),
    ...(languages && { languages }),
  };
}

/** How the data of the acting organization are read and written; they are there already. */
export function settingsRecord(personId: string, organizationId: string): FormRecord<SettingsForm> {
  const path = { id: organizationId };
  const accept = (organization: Organization): Remote<SettingsForm> => {
    queryClient.setQueryData(organizationQuery(organizationId, organizationId).queryKey, organization);
    // The name stands in the frame as well.
    void queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
    return { id: organizationId, version: organization.version, form: settingsOf(organization) };
  };
  return {
    key: `${personId}/organization/${organizationId}`,
    isReady: () => false,
    isValid: isValidSetting,
    create: () => Promise.reject(new Error('An organization is not begun here.')),
    update: async (_, version, changes) =>
      accept(
        await read(
          api.PATCH('/api/v1/organizations/{id}', {
            params: { path, header: ifMatch(version) },
            body: changesOf(changes),
          }),
        ),
      ),
    read: async () => accept(await read(api.GET('/api/v1/organizations/{id}', { params: { path } }))),
  };
}
