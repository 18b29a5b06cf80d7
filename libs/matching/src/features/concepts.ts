import type { MatchParty, Weighted } from '../party.js';
import { conceptFact } from '../reasons.js';
import type { FeatureCode } from '../spec.js';
import { cover, type Coverage } from './coverage.js';
import type { Feature, FeatureResult, View } from './feature.js';

/** More compared facts than this only tire the reader. */
const MOST_FACTS = 4;

interface Comparison {
  readonly code: FeatureCode;
  /** Names of the two lists, as facts and as "not stated" marks call them. */
  readonly wanted: {
    readonly type: string;
    readonly what: string;
    readonly of: (party: MatchParty) => readonly Weighted[];
  };
  readonly given: {
    readonly type: string;
    readonly what: string;
    readonly of: (party: MatchParty) => readonly Weighted[];
  };
}

function found(code: FeatureCode, coverage: Coverage, wantedType: string, givenType: string): FeatureResult {
  const pairs = coverage.pairs.slice(0, MOST_FACTS);
  const given = pairs
    .map((pair) => pair.given)
    .filter((concept, at, all) => all.findIndex((other) => other.id === concept.id) === at);
  return {
    code,
    value: coverage.value,
    facts: {
      ours: pairs.map((pair) => conceptFact(wantedType, pair.wanted)),
      theirs: given.map((concept) => conceptFact(givenType, concept)),
    },
  };
}

function compare({ code, wanted, given }: Comparison, { seeker, giver, graph, spec }: View): FeatureResult {
  const asked = wanted.of(seeker);
  if (asked.length === 0) return { side: 'seeker', what: wanted.what };
  const answer = given.of(giver);
  if (answer.length === 0) return { side: 'giver', what: given.what };
  return found(code, cover(asked, answer, graph, spec), wanted.type, given.type);
}

/** The direction of the trade: what one seeks is what the other offers. */
export const offerMeetsNeed: Feature = (view) =>
  compare(
    {
      code: 'offer_meets_need',
      wanted: { type: 'seek', what: 'seeks', of: (party) => party.concepts.seeks },
      given: { type: 'offer', what: 'offers', of: (party) => party.concepts.offers },
    },
    view,
  );

export const themesInCommon: Feature = (view) => {
  const themes = { type: 'theme', what: 'themes', of: (party: MatchParty) => party.concepts.themes };
  return compare({ code: 'themes_in_common', wanted: themes, given: themes }, view);
};

export const marketsInCommon: Feature = (view) => {
  const markets = { type: 'market', what: 'markets', of: (party: MatchParty) => party.concepts.markets };
  return compare({ code: 'markets_in_common', wanted: markets, given: markets }, view);
};

/** Asked only by those who describe what their counterpart should be; silence is no gap in anybody's profile. */
export const sectorSought: Feature = (view) => {
  if ((view.seeker.sought?.sectors ?? []).length === 0) return undefined;
  return compare(
    {
      code: 'sector_sought',
      wanted: { type: 'sector_sought', what: 'sectors_sought', of: (party) => party.sought?.sectors ?? [] },
      given: { type: 'sector', what: 'sectors', of: (party) => party.concepts.sectors },
    },
    view,
  );
};

const NO_AREA: FeatureResult = { code: 'areas_covered', value: 0, facts: { ours: [], theirs: [] } };

/**
 * Areas are asked for by a request and by nobody else. To advise is a consultancy's trade: of others silence is no gap in
 * the profile, they advise on nothing.
 */
export const areasCovered: Feature = (view) => {
  const { seeker, giver } = view;
  if (seeker.kind !== 'consulting_request') return undefined;
  const isAsked = seeker.concepts.areas.length > 0;
  if (isAsked && giver.kind !== 'consultancy' && giver.concepts.areas.length === 0) return NO_AREA;
  return compare(
    {
      code: 'areas_covered',
      wanted: { type: 'area_sought', what: 'areas', of: (party) => party.concepts.areas },
      given: { type: 'area', what: 'areas', of: (party) => party.concepts.areas },
    },
    view,
  );
};
