import { type MatchParty, NO_CONCEPTS } from '#libs/matching';
import type { Opportunity } from '#libs/opportunities';
import {
  conceptsOf,
  namedPlacesOf,
  offeredByHost,
  placesSought,
  soughtByHost,
  type Vocabulary,
} from '#libs/taxonomy';
import type { Home } from './organization-party.js';
import { declared, known, ofKind, stated } from './concepts.js';

/** An opportunity, at home where its organization is. */
export function opportunityParty(opportunity: Opportunity, home: Home, vocabulary: Vocabulary): MatchParty {
  const { language, title, text, themes, collaboration, markets, requirements } = opportunity;
  const { capacityMin, languages, months, certifications } = requirements;
  const asked = { text: [title, text ?? ''].join('\n'), language };
  const read = conceptsOf([...themes, ...collaboration], asked, vocabulary);
  const named = namedPlacesOf(asked, vocabulary);
  const sought = placesSought({ seeks: collaboration, markets, home, asked, named, vocabulary });
  return {
    id: opportunity.id,
    organizationId: opportunity.organizationId,
    kind: 'opportunity',
    ...home,
    concepts: {
      ...NO_CONCEPTS,
      offers: offeredByHost(collaboration),
      seeks: soughtByHost(ofKind(read, 'collaboration')),
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
