import { type MatchParty, NO_CONCEPTS } from '#libs/matching';
import type { Opportunity } from '#libs/opportunities';
import { conceptsOf, placesSought, type Vocabulary } from '#libs/taxonomy';
import type { Home } from './organization-party.js';
import { declared, known, ofKind, stated, withImplied, written } from './concepts.js';

/** An opportunity, at home where its organization is. */
export function opportunityParty(opportunity: Opportunity, home: Home, vocabulary: Vocabulary): MatchParty {
  const { language, title, text, themes, collaboration, markets, requirements } = opportunity;
  const { capacityMin, languages, months, certifications } = requirements;
  const read = conceptsOf([...themes, ...collaboration], written(language, title, text), vocabulary);
  const sought = placesSought({ seeks: collaboration, markets, home, vocabulary });
  return {
    id: opportunity.id,
    organizationId: opportunity.organizationId,
    kind: 'opportunity',
    ...home,
    concepts: {
      ...NO_CONCEPTS,
      offers: withImplied([], collaboration),
      seeks: ofKind(read, 'collaboration'),
      themes: ofKind(read, 'theme'),
      markets: declared(markets),
    },
    languages: [language],
    sought: { ...sought, sectors: ofKind(read, 'sector') },
    ...known({
      requiredLanguages: stated(languages),
      requiredMonths: stated(months),
      requiredCertifications: stated(certifications),
      capacity: capacityMin === null ? undefined : { min: capacityMin },
      period: opportunity.period,
    }),
  };
}
