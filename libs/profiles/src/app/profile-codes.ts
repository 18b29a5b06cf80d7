import type { TaxonomyCodes } from '#libs/vocabulary';
import type { ProfileContent } from '../domain/profile.js';

/** Refuses codes of a profile that the taxonomy does not know: `taxonomy/unknown-code`. */
export function checkCodes(codes: TaxonomyCodes, content: ProfileContent): void {
  codes.check(content, {
    sectors: 'sector',
    themes: 'theme',
    offers: 'collaboration',
    seeks: 'collaboration',
    markets: 'market',
    certifications: 'certification',
    consultingAreas: 'consulting_area',
  });
}
