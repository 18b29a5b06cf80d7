/** Who is told of an event. `none` says why nobody is, so that silence is a decision. */
export type Audience =
  | { to: 'person'; whose: 'aggregate' | 'payload.fromPersonId' | 'payload.toPersonId' }
  | { to: 'organization'; whose: 'event' | 'payload.toOrganizationId' }
  | { to: 'secretariat' }
  | { to: 'none'; because: string };
