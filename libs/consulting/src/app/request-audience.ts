/**
 * Asked whether an organization was matched with a consulting request and may therefore read it once it was
 * submitted. Implemented by matchmaking; where nobody implements it, nobody was matched.
 */
export abstract class RequestAudience {
  abstract isCounterpart(requestId: string, organizationId: string): Promise<boolean>;
}
