import { Injectable } from '@nestjs/common';
import { type ConsultingRequest, ConsultingRequestsReader } from '#libs/consulting';
import type { MatchParty, PartyKind } from '#libs/matching';
import { OpportunitiesReader, type Opportunity } from '#libs/opportunities';
import { type ActiveOrganization, ActiveOrganizationsReader } from '#libs/organizations';
import { type ProfileRecord, ProfilesReader } from '#libs/profiles';
import { type Proposal, ProposalsReader } from '#libs/proposals';
import type { Vocabulary } from '#libs/taxonomy';
import { opportunityParty } from './parties/opportunity-party.js';
import { homeOf, isParticipant, organizationParty, withPublished } from './parties/organization-party.js';
import { proposalParty, readProposal } from './parties/proposal-party.js';
import { requestParty } from './parties/request-party.js';
import { PartyShelf } from './party-shelf.js';
import { VocabularyInUse } from './vocabulary-in-use.js';

/** Everybody and everything that can be matched today. */
export interface Market {
  readonly organizations: readonly ActiveOrganization[];
  readonly parties: readonly MatchParty[];
  readonly vocabulary: Vocabulary;
}

interface Records {
  readonly organizations: readonly ActiveOrganization[];
  readonly profiles: readonly ProfileRecord[];
  readonly opportunities: readonly Opportunity[];
  readonly proposals: readonly Proposal[];
  readonly requests: readonly ConsultingRequest[];
}

/** Reads all records of active organizations and turns them into parties; what a text said is remembered until the text changes. */
@Injectable()
export class MarketLoader {
  private shelf = new PartyShelf();
  private readWith: Vocabulary | undefined;

  constructor(
    private readonly organizations: ActiveOrganizationsReader,
    private readonly profiles: ProfilesReader,
    private readonly opportunities: OpportunitiesReader,
    private readonly proposals: ProposalsReader,
    private readonly requests: ConsultingRequestsReader,
    private readonly vocabulary: VocabularyInUse,
  ) {}

  async load(): Promise<Market> {
    const vocabulary = await this.vocabulary.current();
    const records = await this.records();
    const { organizations } = records;
    return {
      organizations,
      vocabulary,
      parties: await partiesOf(records, vocabulary, this.shelfFor(vocabulary)),
    };
  }

  /** What these organizations bring to the market, read by these words; what has not changed since is the same object. */
  async of(organizationIds: readonly string[], vocabulary: Vocabulary): Promise<Market> {
    // Of those that are not active too, rather than a second look: they are few, and left out below.
    const [organizations, profiles, proposals, requests, opportunities] = await Promise.all([
      this.organizations.byIds(organizationIds),
      this.profiles.byOrganizations(organizationIds),
      this.proposals.submitted(organizationIds),
      this.requests.submitted(organizationIds),
      this.opportunities.publishedOf(organizationIds),
    ]);
    const records = { organizations, profiles: [...profiles.values()], opportunities, proposals, requests };
    return {
      organizations,
      vocabulary,
      parties: await partiesOf(records, vocabulary, this.shelfFor(vocabulary)),
    };
  }

  private shelfFor(vocabulary: Vocabulary): PartyShelf {
    if (this.readWith !== vocabulary) {
      this.readWith = vocabulary;
      this.shelf = new PartyShelf();
    }
    return this.shelf;
  }

  /** One after the other: each takes milliseconds, and the connections of the process are few. */
  private async records(): Promise<Records> {
    return {
      organizations: await this.organizations.all(),
      profiles: await this.profiles.all(),
      opportunities: await this.opportunities.published(),
      proposals: await this.proposals.submitted(),
      requests: await this.requests.submitted(),
    };
  }
}

/** Texts are read on the event loop, some at a time. */
async function partiesOf(records: Records, vocabulary: Vocabulary, shelf: PartyShelf): Promise<MatchParty[]> {
  const active = new Map(records.organizations.map((organization) => [organization.id, organization]));
  const profiles = new Map(records.profiles.map((profile) => [profile.organizationId, profile]));
  const known = new Map(
    await inTurns(records.organizations.filter(isParticipant), (organization) => {
      const profile = profiles.get(organization.id);
      const version = `${organization.version} ${profile?.revision ?? 0}`;
      const read = (): MatchParty => organizationParty(organization, profile, vocabulary);
      return [[organization.id, shelf.get(organization.id, version, read)] as const];
    }),
  );
  const opportunities = await inTurns(records.opportunities, (opportunity) => {
    const publisher = active.get(opportunity.organizationId);
    if (!publisher) return [];
    const read = (): MatchParty => opportunityParty(opportunity, homeOf(publisher), vocabulary);
    return [shelf.get(opportunity.id, `${opportunity.version} ${publisher.version}`, read)];
  });
  const proposals = await inTurns(records.proposals, (proposal) => {
    if (!active.has(proposal.organizationId)) return [];
    const reading = shelf.get(proposal.id, proposal.version, () => readProposal(proposal, vocabulary));
    return [proposalParty(proposal, reading, known.get(proposal.organizationId))];
  });
  const requests = await inTurns(records.requests, (request) => {
    if (!active.has(request.organizationId)) return [];
    return [shelf.get(request.id, request.version, () => requestParty(request, vocabulary))];
  });
  const published = new Map<string, MatchParty[]>();
  for (const opportunity of opportunities) {
    const own = published.get(opportunity.organizationId);
    if (own) own.push(opportunity);
    else published.set(opportunity.organizationId, [opportunity]);
  }
  const organizations = [...known.values()].map((party) =>
    party.kind === 'city' ? withPublished(party, published.get(party.id) ?? []) : party,
  );
  return [...organizations, ...opportunities, ...proposals, ...requests];
}

/** Records that are read before others have their turn: some milliseconds. */
const TURN = 50;

/** Like flatMap, with a breath now and then. */
async function inTurns<Item, Read>(
  items: readonly Item[],
  read: (item: Item) => readonly Read[],
): Promise<Read[]> {
  const all: Read[] = [];
  for (const [at, item] of items.entries()) {
    all.push(...read(item));
    if (at % TURN === TURN - 1) await new Promise((resolve) => setImmediate(resolve));
  }
  return all;
}

/** The parties of these kinds, in order of the market. */
export function ofKinds({ parties }: Market, kinds: readonly PartyKind[]): MatchParty[] {
  return parties.filter(({ kind }) => kinds.includes(kind));
}
