import type { Audience } from './audience.js';

type Nothing = Record<string, never>;

/** The life of a call. The organization of each event is the one that runs it, whoever acts. */
export interface CallEvents {
  'call.published': Nothing;
  /** Its terms have a new version, of that number. */
  'call.changed': { number: number };
  /** A stage takes answers from now on. */
  'call.opened': { stage: string };
  /** A stage takes no more answers. */
  'call.stage-closed': { stage: string };
  /** A stage closes in three days. */
  'call.closing': { stage: string };
  'call.review-started': Nothing;
  'call.decided': Nothing;
  'call.archived': Nothing;
  'call.called-off': Nothing;
  /** A new call that the organization may answer. */
  'call.announced': ToldOfCall;
  /** What those who follow the call, or take part in a proposal for it, are told; each organization by itself. */
  'call.change-told': ToldOfCall & { number: number };
  'call.opening-told': ToldOfCall;
  'call.closing-told': ToldOfCall;
  'call.call-off-told': ToldOfCall;
}

interface ToldOfCall {
  toOrganizationId: string;
}

const BY_FOLLOWERS: Audience = {
  to: 'none',
  because: 'Each organization that follows it is told by itself.',
};
const ONE_BY_ONE: Audience = { to: 'organization', whose: 'payload.toOrganizationId' };
const RUNNER: Audience = { to: 'organization', whose: 'event' };

export const CALL_AUDIENCES: Readonly<Record<keyof CallEvents, Audience>> = {
  'call.published': { to: 'secretariat' },
  'call.changed': BY_FOLLOWERS,
  'call.opened': BY_FOLLOWERS,
  'call.stage-closed': RUNNER,
  'call.closing': BY_FOLLOWERS,
  'call.review-started': { to: 'none', because: 'Whoever reviews is told of the assignment.' },
  'call.decided': { to: 'none', because: 'Everybody concerned is told with the decision on each proposal.' },
  'call.archived': { to: 'none', because: 'Nothing is left to be done; the lists show it.' },
  'call.called-off': BY_FOLLOWERS,
  'call.announced': ONE_BY_ONE,
  'call.change-told': ONE_BY_ONE,
  'call.opening-told': ONE_BY_ONE,
  'call.closing-told': ONE_BY_ONE,
  'call.call-off-told': ONE_BY_ONE,
};
