import { fact } from '../reasons.js';
import type { Feature } from './feature.js';

/** How well a spoken language serves a wanted one: the same, or the same language in another script or region. */
export const SAME_BASE = 0.5;

export const baseOfLanguage = (language: string): string => language.toLowerCase().split('-')[0] ?? language;

export function languageServes(wanted: string, spoken: string): number {
  if (wanted.toLowerCase() === spoken.toLowerCase()) return 1;
  return baseOfLanguage(wanted) === baseOfLanguage(spoken) ? SAME_BASE : 0;
}

/** For each wanted language the spoken one that serves it best. */
export function servedLanguages(
  wanted: readonly string[],
  spoken: readonly string[],
): { wanted: string; spoken: string; value: number }[] {
  return wanted.flatMap((language) => {
    const best = spoken
      .map((candidate) => ({
        wanted: language,
        spoken: candidate,
        value: languageServes(language, candidate),
      }))
      .sort((a, b) => b.value - a.value || (a.spoken < b.spoken ? -1 : 1))[0];
    return best === undefined || best.value === 0 ? [] : [best];
  });
}

/**
 * Required languages: the share of them that the counterpart works in. None required: whether the two share any
 * working language.
 */
export const languageShared: Feature = ({ seeker, giver }) => {
  const required = seeker.requiredLanguages ?? [];
  const wanted = required.length > 0 ? required : seeker.languages;
  if (wanted.length === 0) return { side: 'seeker', what: 'languages' };
  if (giver.languages.length === 0) return { side: 'giver', what: 'languages' };
  const served = servedLanguages(wanted, giver.languages);
  const sum = served.reduce((total, { value }) => total + value, 0);
  const best = served.reduce((most, { value }) => Math.max(most, value), 0);
  return {
    code: 'language_shared',
    value: required.length > 0 ? sum / required.length : best,
    facts: {
      ours: served.map((pair) => fact(required.length > 0 ? 'language_required' : 'language', pair.wanted)),
      theirs: [...new Set(served.map((pair) => pair.spoken))].map((spoken) => fact('language', spoken)),
    },
  };
};
