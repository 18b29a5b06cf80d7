import type { TaxonomyCodes } from '#libs/vocabulary';
import type { ConsultingRequestContent } from '../domain/consulting-request.js';

/** Refuses codes of a request that the taxonomy does not know: `taxonomy/unknown-code`. */
export function checkCodes(codes: TaxonomyCodes, content: ConsultingRequestContent): void {
  codes.check(content, { areas: 'consulting_area' });
}
