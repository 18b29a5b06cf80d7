import { type MatchParty, NO_CONCEPTS, type Weighted } from '#libs/matching';
import type { Proposal } from '#libs/proposals';
import { conceptsOf, namedPlacesOf, type Vocabulary } from '#libs/taxonomy';
import { known, ofKind, withImplied, written } from './concepts.js';

/** What the texts of a proposal say. Reading them is the costly part, so it is kept while the proposal stays as it is. */
export interface ProposalReading {
  readonly seeks: readonly Weighted[];
  readonly themes: readonly Weighted[];
  readonly sectorsSought: readonly Weighted[];
  readonly namedPlaces: readonly Weighted[];
}

export function readProposal(proposal: Proposal, vocabulary: Vocabulary): ProposalReading {
  const { language, title, summary, partnersSought, themes, collaboration } = proposal;
  const about = written(language, title, summary);
  const wish = written(language, partnersSought);
  const read = conceptsOf([...themes, ...collaboration], about, vocabulary);
  return {
    seeks: ofKind(read, 'collaboration'),
    themes: ofKind(read, 'theme'),
    sectorsSought: ofKind(conceptsOf([], wish, vocabulary), 'sector'),
    namedPlaces: namedPlacesOf([...about, ...wish], vocabulary),
  };
}

/** A proposal speaks for the organization behind it: its languages, markets and home are the organization's. */
export function proposalParty(
  proposal: Proposal,
  reading: ProposalReading,
  proposer: MatchParty | undefined,
): MatchParty {
  const { seeks, themes, sectorsSought, namedPlaces } = reading;
  return {
    id: proposal.id,
    organizationId: proposal.organizationId,
    kind: 'proposal',
    concepts: {
      ...NO_CONCEPTS,
      offers: withImplied(proposer?.concepts.offers ?? [], proposal.collaboration),
      seeks,
      themes,
      markets: proposer?.concepts.markets ?? [],
    },
    languages: [...new Set([proposal.language, ...(proposer?.languages ?? [])])],
    sought: { sectors: sectorsSought },
    namedPlaces,
    ...known({ country: proposer?.country, city: proposer?.city, period: proposal.period }),
  };
}
