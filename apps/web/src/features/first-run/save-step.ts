import type { components } from '#libs/api-client';
import { showTimeZone } from '../../i18n/language.js';
import { api, ifMatch, read } from '../../lib/api.js';
import { refreshMatches } from '../../lib/matches.js';
import { type Me, type Membership, meQuery } from '../../lib/me.js';
import { profileQuery } from '../../lib/organizations.js';
import { queryClient } from '../../lib/query.js';
import { mayWrite } from '../../lib/rights.js';
import type { FirstRunForm, Step } from './first-run-form.js';

type ProfileChanges = Omit<components['schemas']['EditProfileDto'], 'language'>;
type AccountChanges = components['schemas']['UpdateMeDto'];

/** Monday to Friday. */
const WORKING_DAYS = [1, 2, 3, 4, 5];

/** Writes what a step asked to where it belongs: the account of the person, the profile of the organization. */
export async function saveStep(step: Step, form: FirstRunForm, acting: Membership): Promise<void> {
  switch (step) {
    case 'you':
      return form.displayName.trim() === '' ? undefined : saveAccount({ displayName: form.displayName });
    case 'organization':
      return saveProfile(acting, { summary: form.summary, sectors: form.sectors });
    case 'goals':
      return saveProfile(acting, { themes: form.themes, seeks: form.seeks, seekText: form.seekText });
    case 'hours':
      await saveAccount({ timeZone: form.timeZone, ...(await hoursOf(form)) });
      return saveProfile(acting, { languages: form.languages });
  }
}

/** Hours that were said, on the days that were working days before, or from Monday to Friday. */
async function hoursOf({ worksFrom, worksUntil }: FirstRunForm): Promise<AccountChanges> {
  const { workingHours } = await queryClient.fetchQuery(meQuery);
  const [first] = workingHours;
  const isNew = worksFrom !== first?.from || worksUntil !== first.to;
  // Times of the clock compare as text.
  if (!isNew || worksFrom === '' || worksFrom >= worksUntil) return {};
  const days = workingHours.length > 0 ? workingHours.map(({ weekday }) => weekday) : WORKING_DAYS;
  return { workingHours: days.map((weekday) => ({ weekday, from: worksFrom, to: worksUntil })) };
}

async function saveAccount(changes: AccountChanges): Promise<void> {
  const { version } = await queryClient.fetchQuery({ ...meQuery, staleTime: 0 });
  const me: Me = await read(api.PATCH('/api/v1/me', { params: { header: ifMatch(version) }, body: changes }));
  queryClient.setQueryData(meQuery.queryKey, me);
  showTimeZone(me.timeZone);
}

/** The first words of a profile are in the language of the screen; whoever may not write it goes on without. */
async function saveProfile(acting: Membership, changes: ProfileChanges): Promise<void> {
  if (!mayWrite(acting, 'profile.update')) return;
  const query = profileQuery(acting.id, acting.id);
  const known = await queryClient.fetchQuery({ ...query, staleTime: 0 });
  const path = { id: acting.id };
  const saved = known
    ? await read(
        api.PATCH('/api/v1/organizations/{id}/profile', {
          params: { path, header: ifMatch(known.version) },
          body: changes,
        }),
      )
    : await read(
        api.PUT('/api/v1/organizations/{id}/profile', {
          // Without a version: there is none yet, and one made meanwhile by somebody else must not be replaced.
          params: { path } as { path: typeof path; header: { 'If-Match': string } },
          body: { language: document.documentElement.lang || 'en', ...changes },
        }),
      );
  queryClient.setQueryData(query.queryKey, saved);
  refreshMatches(acting.id);
}
