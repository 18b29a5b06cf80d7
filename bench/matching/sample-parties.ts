import { NO_CONCEPTS, type MatchParty, type Weighted } from '#libs/matching';
import {
  conceptsOf,
  EVIDENCE_WEIGHTS,
  impliedOffers,
  namedPlacesOf,
  offeredByHost,
  placesSought,
  practisedAreas,
  soughtByHost,
  type ConceptKind,
  type Vocabulary,
  type WeightedConcept,
  type WrittenText,
} from '#libs/taxonomy';
import type {
  CityRow,
  SampleConsultant,
  SampleData,
  SampleOpportunity,
  SampleProposal,
  SampleRequest,
  SampleSme,
} from './sample-records.js';

/** Turns sample records into parties: declared facets, what the tagger reads in the texts, and what follows from them. */

const ofKind = (concepts: readonly WeightedConcept[], kind: ConceptKind): WeightedConcept[] =>
  concepts.filter((concept) => concept.kind === kind);

/** What is offered: declared, said in the text, or implied by what is sought. */
function offersOf(
  declared: readonly string[],
  said: readonly Weighted[],
  seeks: readonly string[],
): Weighted[] {
  const known = [
    ...said.filter((concept) => !declared.includes(concept.id)),
    ...declared.map((id) => ({ id, weight: 1 })),
  ];
  const ids = new Set(known.map((offer) => offer.id));
  const implied = impliedOffers(seeks).filter((id) => !ids.has(id));
  return [...known, ...implied.map((id) => ({ id, weight: EVIDENCE_WEIGHTS.implied }))];
}

const CAPACITY_OF_GROUPS = [
  'max_group',
  'max_event',
  'guests_per_day',
  'golfers_per_day',
  'max_divers',
  'students',
  'meals_per_day',
  'beds',
  'seats',
];

function capacityOf(sme: SampleSme): { readonly capacity?: { readonly max: number } } {
  const persons = CAPACITY_OF_GROUPS.flatMap((key) => sme.capacity[key] ?? []);
  return persons.length === 0 ? {} : { capacity: { max: Math.max(...persons) } };
}

export function smeParty(sme: SampleSme, vocabulary: Vocabulary): MatchParty {
  const language = sme.profile_language;
  const about: WrittenText[] = [{ text: `${sme.profile}\n${sme.offer_text}`, language }];
  const wish: WrittenText = { text: sme.seek_text, language };
  const own = conceptsOf(
    [...sme.themes, sme.sector, ...sme.other_sectors, ...sme.certifications],
    about,
    vocabulary,
  );
  const wanted = conceptsOf([], wish, vocabulary);
  const named = namedPlacesOf(wish, vocabulary);
  const sought = placesSought({
    seeks: sme.seeks,
    markets: sme.target_markets,
    mentioned: wanted,
    named,
    vocabulary,
  });
  const offers = offersOf(sme.offers, ofKind(own, 'collaboration'), sme.seeks);
  return {
    id: sme.id,
    organizationId: sme.id,
    kind: 'sme',
    country: sme.country_iso2,
    city: sme.city,
    concepts: {
      offers,
      seeks: sme.seeks.length > 0 ? conceptsOf(sme.seeks, [], vocabulary) : ofKind(wanted, 'collaboration'),
      themes: ofKind(own, 'theme'),
      sectors: ofKind(own, 'sector'),
      markets:
        sme.target_markets.length > 0
          ? conceptsOf(sme.target_markets, [], vocabulary)
          : ofKind(conceptsOf([], [...about, wish], vocabulary), 'market'),
      areas: practisedAreas(ofKind(own, 'consulting_area'), offers),
      certifications: sme.certifications.map((id) => ({ id, weight: 1 })),
    },
    languages: sme.languages_spoken,
    months: sme.operating_months,
    ...capacityOf(sme),
    sought: { ...sought, sectors: ofKind(wanted, 'sector') },
  };
}

export function opportunityParty(opportunity: SampleOpportunity, vocabulary: Vocabulary): MatchParty {
  const { language, requirements, country_iso2: country, posted_by_city: city } = opportunity;
  const text: WrittenText = { text: `${opportunity.title}\n${opportunity.text}`, language };
  const read = conceptsOf([...opportunity.themes, ...opportunity.collaboration], text, vocabulary);
  const sought = placesSought({
    seeks: opportunity.collaboration,
    markets: opportunity.markets,
    home: { city, country },
    asked: text,
    named: namedPlacesOf(text, vocabulary),
    vocabulary,
  });
  return {
    id: opportunity.id,
    organizationId: city,
    kind: 'opportunity',
    country,
    city,
    concepts: {
      ...NO_CONCEPTS,
      offers: offeredByHost(opportunity.collaboration),
      seeks: soughtByHost(ofKind(read, 'collaboration')),
      themes: ofKind(read, 'theme'),
      markets: conceptsOf(opportunity.markets, [], vocabulary),
    },
    languages: [language],
    requiredLanguages: requirements.languages,
    capacity: { min: requirements.capacity_min },
    requiredMonths: requirements.months,
    requiredCertifications: requirements.certifications,
    period: { from: opportunity.period_start, to: opportunity.period_end },
    sought: { ...sought, sectors: ofKind(read, 'sector') },
  };
}

export function consultantParty(consultant: SampleConsultant, vocabulary: Vocabulary): MatchParty {
  const text: WrittenText = { text: consultant.profile, language: consultant.profile_language };
  const own = conceptsOf(
    [...consultant.themes, ...consultant.consulting_areas, ...consultant.offers],
    text,
    vocabulary,
  );
  return {
    id: consultant.id,
    organizationId: consultant.id,
    kind: 'consultancy',
    country: consultant.country_iso2,
    city: consultant.city,
    concepts: {
      ...NO_CONCEPTS,
      offers: ofKind(own, 'collaboration'),
      themes: ofKind(own, 'theme'),
      sectors: [{ id: 'sec.consultancy', weight: 1 }],
      markets: ofKind(own, 'market'),
      areas: ofKind(own, 'consulting_area'),
    },
    languages: consultant.languages_spoken,
    modes: consultant.modes,
  };
}

export function requestParty(request: SampleRequest, vocabulary: Vocabulary): MatchParty {
  const text: WrittenText = { text: `${request.title}\n${request.text}`, language: request.language };
  const read = conceptsOf(request.consulting_areas, text, vocabulary);
  return {
    id: request.id,
    organizationId: request.requested_by.replace(/^city:/, ''),
    kind: 'consulting_request',
    concepts: {
      ...NO_CONCEPTS,
      seeks: [{ id: 'col.consulting', weight: 1 }],
      themes: ofKind(read, 'theme'),
      markets: ofKind(read, 'market'),
      areas: ofKind(read, 'consulting_area'),
    },
    languages: request.working_languages,
    requiredLanguages: request.working_languages,
    requiredMode: request.mode,
  };
}

/** A proposal speaks for the firm behind it: its languages, markets and home are the firm's. */
export function proposalParty(
  proposal: SampleProposal,
  proposer: MatchParty,
  vocabulary: Vocabulary,
): MatchParty {
  const { language } = proposal;
  const text: WrittenText = { text: `${proposal.title}\n${proposal.text}`, language };
  const wish: WrittenText = { text: proposal.partners_sought, language };
  const read = conceptsOf([...proposal.themes, ...proposal.collaboration], text, vocabulary);
  const seeks = ofKind(read, 'collaboration');
  return {
    id: proposal.id,
    organizationId: proposer.organizationId,
    kind: 'proposal',
    ...(proposer.country === undefined ? {} : { country: proposer.country }),
    ...(proposer.city === undefined ? {} : { city: proposer.city }),
    concepts: {
      ...NO_CONCEPTS,
      offers: offersOf([], proposer.concepts.offers, proposal.collaboration),
      seeks,
      themes: ofKind(read, 'theme'),
      markets: proposer.concepts.markets,
    },
    languages: [...new Set([language, ...proposer.languages])],
    sought: { sectors: ofKind(conceptsOf([], wish, vocabulary), 'sector') },
    namedPlaces: namedPlacesOf([text, wish], vocabulary),
  };
}

function strongest(lists: readonly (readonly Weighted[])[]): Weighted[] {
  const best = new Map<string, Weighted>();
  for (const entry of lists.flat())
    if ((best.get(entry.id)?.weight ?? 0) < entry.weight) best.set(entry.id, entry);
  return [...best.values()];
}

/** A city is known by what it has published; one that has published nothing is known by its place and languages. */
export function cityParty(city: CityRow, published: readonly MatchParty[]): MatchParty {
  const all = (of: (concepts: MatchParty['concepts']) => readonly Weighted[]): Weighted[] =>
    strongest(published.map(({ concepts }) => of(concepts)));
  return {
    id: city.slug,
    organizationId: city.slug,
    kind: 'city',
    country: city.country,
    city: city.slug,
    concepts: {
      ...NO_CONCEPTS,
      offers: all((concepts) => concepts.offers),
      seeks: all((concepts) => concepts.seeks),
      themes: all((concepts) => concepts.themes),
      markets: all((concepts) => concepts.markets),
    },
    languages: city.languages,
  };
}

/** Every party of the sample: organizations, opportunities, proposals, requests and all cities. */
export function sampleParties(
  sample: SampleData,
  cities: readonly CityRow[],
  vocabulary: Vocabulary,
): MatchParty[] {
  const smes = sample.smes.map((sme) => smeParty(sme, vocabulary));
  const opportunities = sample.opportunities.map((opportunity) => opportunityParty(opportunity, vocabulary));
  const proposals = sample.project_proposals.flatMap((proposal) => {
    const proposer = smes.find((sme) => sme.id === proposal.proposed_by);
    return proposer === undefined ? [] : [proposalParty(proposal, proposer, vocabulary)];
  });
  return [
    ...smes,
    ...sample.consultants.map((consultant) => consultantParty(consultant, vocabulary)),
    ...opportunities,
    ...proposals,
    ...sample.consulting_requests.map((request) => requestParty(request, vocabulary)),
    ...cities.map((city) =>
      cityParty(
        city,
        opportunities.filter((opportunity) => opportunity.city === city.slug),
      ),
    ),
  ];
}
