/**
 * Asked whether an organization was matched with a proposal and may therefore read it once it was handed in.
 * Implemented by matchmaking; where nobody implements it, nobody was matched.
 */
export abstract class ProposalAudience {
  abstract isCounterpart(proposalId: string, organizationId: string): Promise<boolean>;
}
