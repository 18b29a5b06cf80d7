/** Who is told of an event. `none` says why nobody is, so that silence is a decision. */
export type Audience =
  | { to: 'person'; whose: 'aggregate' | 'payload.fromPersonId' | 'payload.toPersonId' | 'payload.personId' }
  | { to: 'organization'; whose: 'event' | 'payload.toOrganizationId' }
  | { to: 'secretariat' }
  /** The aggregate is an invitation; its address may be nobody's account yet. */
  | { to: 'invited-address' }
  | { to: 'none'; because: string };
