import type { Tone } from '../../components/tag.js';
import { useText } from '../../i18n/use-text.js';
import { useCountryName } from '../../lib/countries.js';
import type { Application, ApplicationState, NamedOrganization, Recommendation } from './applications.js';

export const STATUS_TONES: Readonly<Record<Application['status'], Tone>> = {
  'not-sent': 'neutral',
  'waiting-for-recommendation': 'brand',
  'under-review': 'brand',
  'your-answer-needed': 'warning',
  admitted: 'success',
  'not-admitted': 'danger',
  'appeal-under-review': 'brand',
  withdrawn: 'neutral',
};

export const STATE_TONES: Readonly<Record<ApplicationState, Tone>> = {
  draft: 'neutral',
  submitted: 'brand',
  awaiting_recommendation: 'neutral',
  entry_proposal_review: 'brand',
  info_requested: 'neutral',
  secretariat_review: 'warning',
  accepted: 'success',
  rejected: 'danger',
  appealed: 'warning',
  withdrawn: 'neutral',
  superseded: 'neutral',
};

export const RECOMMENDATION_TONES: Readonly<Record<Recommendation['state'], Tone>> = {
  requested: 'warning',
  given: 'success',
  declined: 'neutral',
  expired: 'neutral',
  cancelled: 'neutral',
  revoked: 'danger',
};

/** What an organization is and where. */
export function useKindAndCountry(): (organization: NamedOrganization) => string {
  const text = useText();
  const countryName = useCountryName();
  return ({ kind, country }) => `${text(`organization.kind.${kind}`)}, ${countryName(country)}`;
}
