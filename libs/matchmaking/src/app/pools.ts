import type { PartyKind } from '#libs/matching';

/**
 * With whom each kind of party is compared. Every pool has a list of its own, so that many good opportunities
 * do not push all cities off the list.
 */
export const POOLS: Readonly<Record<PartyKind, readonly (readonly PartyKind[])[]>> = {
  proposal: [['city'], ['partner'], ['opportunity']],
  opportunity: [['sme', 'partner'], ['proposal']],
  consulting_request: [['consultancy']],
  city: [['opportunity'], ['sme', 'partner'], ['proposal'], ['city']],
  sme: [['opportunity'], ['city']],
  partner: [['opportunity'], ['city'], ['proposal']],
  consultancy: [['opportunity'], ['consulting_request']],
};
