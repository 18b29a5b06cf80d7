import type { components } from '#libs/api-client';
import type { WorkingHours } from '../../forms/working-hours-field.js';
import type { Me } from '../../lib/me.js';

/** What the form holds; an empty Latin name is none. */
export interface Details {
  readonly displayName: string;
  readonly latinName: string;
  readonly languages: string[];
  readonly language: string;
  readonly timeZone: string;
  readonly workingHours: WorkingHours[];
  readonly discoverable: boolean;
}

export function detailsOf(me: Me): Details {
  const { displayName, latinName, languages, language, timeZone, workingHours, discoverable } = me;
  return {
    displayName,
    latinName: latinName ?? '',
    languages,
    language,
    timeZone,
    workingHours,
    discoverable,
  };
}

export function toChanges({ latinName, ...details }: Details): components['schemas']['UpdateMeDto'] {
  return { ...details, latinName: latinName.trim() === '' ? null : latinName };
}
