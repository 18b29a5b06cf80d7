import type { components } from '#libs/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api, read } from './api.js';
import { ApiProblem } from './api-problem.js';
import { queryClient } from './query.js';

export type Entry = components['schemas']['ProfileEntryResponse'];
export type EntryKind = Entry['kind'];
export type LocalizedText = components['schemas']['LocalizedTextResponse'];
export type TextVersion = components['schemas']['TextVersionResponse'];
export type Fact = components['schemas']['FactResponse'];

/** What a profile holds one by one; none where there is no profile yet. */
export const entriesQuery = (actingId: string, id: string) =>
  queryOptions({
    queryKey: ['o', actingId, 'organizations', id, 'entries'],
    queryFn: async ({ signal }): Promise<Entry[]> => {
      const params = { path: { id } };
      try {
        return (await read(api.GET('/api/v1/organizations/{id}/profile/entries', { params, signal }))).items;
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 404) return [];
        throw error;
      }
    },
  });

/** How complete the own profile is, and what to do next. */
export const progressQuery = (actingId: string) =>
  queryOptions({
    queryKey: ['o', actingId, 'profile-progress'],
    queryFn: ({ signal }) =>
      read(
        api.GET('/api/v1/organizations/{id}/profile/next-step', {
          params: { path: { id: actingId } },
          signal,
        }),
      ),
  });

/** After a change of the own profile: what is counted and computed from it is asked for anew. */
export function profileChanged(actingId: string): void {
  void queryClient.invalidateQueries({ queryKey: progressQuery(actingId).queryKey });
}

/** An entry as the server has it now, where lists show it. */
export function keepEntry(actingId: string, entry: Entry): void {
  queryClient.setQueryData(entriesQuery(actingId, actingId).queryKey, (entries: Entry[] = []) =>
    entries.some(({ id }) => id === entry.id)
      ? entries.map((each) => (each.id === entry.id ? entry : each))
      : [...entries, entry],
  );
  profileChanged(actingId);
}

/** The version for a reader: in their language, else in English, else as it was written. */
export function versionFor(text: LocalizedText, language: string): TextVersion {
  const [original] = text.versions;
  const inLanguage = (tag: string) => text.versions.find((version) => version.language === tag);
  return inLanguage(language) ?? inLanguage('en') ?? original ?? text;
}
