import { within } from '#libs/kernel';
import type { TaxonomyCodes } from '#libs/vocabulary';
import type { OpportunityContent } from '../domain/opportunity.js';

/** Refuses codes of an opportunity that the taxonomy does not know: `taxonomy/unknown-code`. */
export function checkCodes(codes: TaxonomyCodes, content: OpportunityContent): void {
  codes.check(content, { collaboration: 'collaboration', themes: 'theme', markets: 'market' });
  within('/requirements', () => {
    codes.check(content.requirements, { certifications: 'certification' });
  });
}
