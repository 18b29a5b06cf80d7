import type { FormRecord, Remote } from '../../forms/autosave.js';
import { api, ifMatch, read } from '../../lib/api.js';
import { type FirstRun, firstRunQuery } from '../../lib/first-run.js';
import type { Me } from '../../lib/me.js';
import type { Profile } from '../../lib/organizations.js';
import { queryClient } from '../../lib/query.js';

export const STEPS = ['you', 'organization', 'goals', 'hours'] as const;
export type Step = (typeof STEPS)[number];
export const MAX_NAME = 100;
export const MAX_TEXT = 10_000;

/** Everything the four steps ask, as it is being typed. `step` counts from 1. */
export interface FirstRunForm {
  step: number;
  displayName: string;
  summary: string;
  sectors: string[];
  themes: string[];
  seeks: string[];
  seekText: string;
  languages: string[];
  timeZone: string;
  /** `09:00`, by the clock of the time zone; both empty: not said. */
  worksFrom: string;
  worksUntil: string;
}

const SILENT = { summary: null, sectors: [], themes: [], seeks: [], seekText: null, languages: [] };

/** What is known already is not asked again: it stands in the fields from the start. */
export function startingForm(me: Me, profile: Profile | null): FirstRunForm {
  const { summary, sectors, themes, seeks, seekText, languages } = profile ?? SILENT;
  return {
    step: 1,
    displayName: me.displayName,
    summary: summary ?? '',
    sectors,
    themes,
    seeks,
    seekText: seekText ?? '',
    languages: languages.length > 0 ? languages : [me.language],
    timeZone: me.timeZone,
    worksFrom: me.workingHours[0]?.from ?? '',
    worksUntil: me.workingHours[0]?.to ?? '',
  };
}

export function formOf({ step, answers }: FirstRun, start: FirstRunForm): FirstRunForm {
  return { ...start, ...answers, step };
}

/** How the first run is kept on the server: the whole of it each time. */
export function firstRunRecord(me: Me, start: FirstRunForm, known: FirstRunForm): FormRecord<FirstRunForm> {
  let last = known;
  const accept = (firstRun: FirstRun): Remote<FirstRunForm> => {
    queryClient.setQueryData(firstRunQuery.queryKey, firstRun);
    last = formOf(firstRun, start);
    return { id: 'own', version: firstRun.version, form: last };
  };
  const keep = async (version: number, { step, worksFrom, worksUntil, ...rest }: FirstRunForm) => {
    // An hour that is being typed is none yet.
    const answers = { ...rest, ...(worksFrom && { worksFrom }), ...(worksUntil && { worksUntil }) };
    return accept(
      await read(
        api.PUT('/api/v1/me/first-run', { params: { header: ifMatch(version) }, body: { step, answers } }),
      ),
    );
  };
  return {
    key: `${me.id}/first-run`,
    isReady: () => true,
    isValid: (form, field) => {
      if (field === 'displayName') return form.displayName.length <= MAX_NAME;
      return typeof form[field] !== 'string' || form[field].length <= MAX_TEXT;
    },
    create: (form) => keep(0, form),
    update: (_, version, changes) => keep(version, { ...last, ...changes }),
    read: async () => accept(await read(api.GET('/api/v1/me/first-run'))),
  };
}

/** Ends the first run; what was typed is forgotten, what was saved stands where it belongs. */
export async function finishFirstRun(): Promise<void> {
  const ended = await read(api.POST('/api/v1/me/first-run/finish'));
  queryClient.setQueryData(firstRunQuery.queryKey, ended);
}
