import type { components } from '#libs/api-client';
import type { FormRecord, Remote } from '../../forms/autosave.js';
import { api, ifMatch, read } from '../../lib/api.js';
import { queryClient } from '../../lib/query.js';
import type { Step } from './admission-search.js';
import { type Application, applicationQuery, readApplication } from './applications.js';

type Changes = components['schemas']['EditApplicationDto'];

/** An application as it is being written. Names of fields are those of the API; what is open is empty. */
export interface ApplicationForm {
  route: NonNullable<Application['route']> | '';
  motivation: string;
  language: string;
  recommenderId: string;
  proposalId: string;
  documentFileId: string;
}

export const MAX_MOTIVATION = 4_000;

/** The step in which a missing field is filled in. */
export const STEP_OF: Readonly<Record<string, Step>> = {
  route: 'way',
  motivation: 'way',
  recommenderId: 'way',
  proposalId: 'way',
  documentFileId: 'document',
};

export function applicationFormOf(application: Application): ApplicationForm {
  return {
    route: application.route ?? '',
    motivation: application.motivation ?? '',
    language: application.language,
    recommenderId: application.recommender?.id ?? '',
    proposalId: application.proposal?.id ?? '',
    documentFileId: application.document?.id ?? '',
  };
}

/** A draft that has been begun, kept letter by letter. */
export function applicationRecord(personId: string, organizationId: string): FormRecord<ApplicationForm> {
  const accept = (application: Application): Remote<ApplicationForm> => {
    queryClient.setQueryData(applicationQuery(organizationId, application.id).queryKey, application);
    return { id: application.id, version: application.version, form: applicationFormOf(application) };
  };
  return {
    key: `${personId}/application/${organizationId}`,
    isReady: () => false,
    isValid: (form, field) => field !== 'motivation' || form.motivation.length <= MAX_MOTIVATION,
    create: () => Promise.reject(new Error('An application is begun with its organization.')),
    update: async (id, version, changes) =>
      accept(
        await read(
          api.PATCH('/api/v1/membership-applications/{id}', {
            params: { path: { id }, header: ifMatch(version) },
            body: changesOf(changes),
          }),
        ),
      ),
    read: async (id) => accept(await readApplication(id)),
  };
}

/** What is empty is cleared. */
function changesOf({ route, motivation, language, ...ids }: Partial<ApplicationForm>): Changes {
  const changes: Changes = {};
  if (route !== undefined) changes.route = route === '' ? null : route;
  if (motivation !== undefined) changes.motivation = motivation.trim() === '' ? null : motivation;
  if (language !== undefined) changes.language = language;
  for (const [field, id] of Object.entries(ids)) changes[field as keyof typeof ids] = id === '' ? null : id;
  return changes;
}
