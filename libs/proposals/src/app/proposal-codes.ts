import type { TaxonomyCodes } from '#libs/vocabulary';
import type { ProposalContent } from '../domain/proposal.js';

/** Refuses codes of a proposal that the taxonomy does not know: `taxonomy/unknown-code`. */
export function checkCodes(codes: TaxonomyCodes, content: ProposalContent): void {
  codes.check(content, { themes: 'theme', collaboration: 'collaboration', sdgTargets: 'sdg_target' });
}
