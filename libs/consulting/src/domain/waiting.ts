import type { ConsultingRequest } from './consulting-request.js';
import type { ConsultingRequestState } from './request-states.js';

export const WAITS_ON = ['secretariat', 'requester', 'experts', 'engagement', 'nobody'] as const;
/** Who has to do something next. */
export type WaitsOn = (typeof WAITS_ON)[number];

const BY_STATE: Readonly<Record<ConsultingRequestState, WaitsOn>> = {
  draft: 'requester',
  submitted: 'secretariat',
  triage: 'secretariat',
  need_info: 'requester',
  matching: 'experts',
  quoting: 'experts',
  quote_selected: 'engagement',
  engaged: 'engagement',
  closed: 'nobody',
  answered: 'nobody',
  out_of_scope: 'nobody',
  unanswered: 'nobody',
  cancelled: 'nobody',
};

/** Once the quotes are open it waits on the choice. */
export function waitsOn({
  state,
  quotesOpenedAt,
}: Pick<ConsultingRequest, 'state' | 'quotesOpenedAt'>): WaitsOn {
  return state === 'quoting' && quotesOpenedAt ? 'requester' : BY_STATE[state];
}
