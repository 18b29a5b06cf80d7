import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization, NotFound } from '#libs/kernel';
import type { MatchParty } from '#libs/matching';
import { type OrganizationCard, OrganizationsReader } from '#libs/organizations';
import { Database } from '#libs/platform/database';
import {
  completenessOf,
  type MatchedField,
  type ProfileRecord,
  ProfilesReader,
  unwrittenRecord,
} from '#libs/profiles';
import { MatchListRepository } from '../../data/match-list.repository.js';
import { keyOf } from '../../domain/match.js';
import { ofKinds } from '../market.loader.js';
import { isParticipant, organizationParty, type Participant } from '../parties/organization-party.js';
import { POOLS } from '../pools.js';
import { sideOf } from '../live/list-maker.js';
import { assume, type Assumption } from './assumptions.js';
import { MarketInView, type MarketSeen } from './market-in-view.js';
import { type Gain, gainOf, type Lists, listsOf, type Unlocked } from './unlocked.js';

/** The one thing to do next, and which matches it would bring. */
export interface NextStep {
  /** `state`: fill in `field`; `confirm`: say that old facts are still right. */
  readonly action: 'state' | 'confirm';
  readonly field: MatchedField | null;
  /** What was assumed to be filled in: codes, languages, months or a number. */
  readonly assumed: readonly (string | number)[];
  /** Up to three; empty where nothing would change. */
  readonly unlocks: readonly (Unlocked & { readonly organization: OrganizationCard })[];
  /** How many organizations would enter or rise in all. */
  readonly unlockedCount: number;
  /** How many candidates were compared. */
  readonly compared: number;
}

export interface ProfileProgress {
  readonly percent: number;
  readonly next: NextStep | null;
}

/** The newest candidates of each pool that are compared again, and the weightiest gaps that are tried. */
const MOST_CANDIDATES = 300;
const MOST_GAPS = 5;
const NAMED = 3;

/**
 * Says how complete a profile is and which single addition would help its matches most: the gaps are filled one
 * after the other with what today's candidates want most often, and everybody is compared again. The same records
 * give the same answer.
 */
@Injectable()
export class NextStepReader {
  constructor(
    private readonly profiles: ProfilesReader,
    private readonly organizations: OrganizationsReader,
    private readonly market: MarketInView,
    private readonly database: Database,
    private readonly lists: MatchListRepository,
  ) {}

  /** Of the acting organization alone. @throws NotFound for any other */
  async of(actor: Actor, organizationId: string): Promise<ProfileProgress> {
    const { id } = actingOrganization(actor);
    const card = id === organizationId ? (await this.organizations.cards([id])).get(id) : undefined;
    if (!card) throw new NotFound();
    const profile = (await this.profiles.byOrganizations([id])).get(id);
    const { percent, missing } = completenessOf(card.kind, profile);
    if (missing.length === 0) return { percent, next: await this.toConfirm(id) };
    const best = await this.bestGap(card, profile ?? unwrittenRecord(id, card), missing);
    return { percent, next: await this.told(best) };
  }

  private async toConfirm(id: string): Promise<NextStep | null> {
    if (!(await this.profiles.hasStaleFacts(id))) return null;
    return { action: 'confirm', field: null, assumed: [], unlocks: [], unlockedCount: 0, compared: 0 };
  }

  /** While the organization takes no part in matching, nothing is promised. */
  private async bestGap(
    { id, state }: OrganizationCard,
    profile: ProfileRecord,
    missing: readonly MatchedField[],
  ): Promise<Tried> {
    const nothing: Tried = { field: missing[0] ?? null, compared: 0 };
    if (state !== 'active') return nothing;
    const market = await this.market.with(id);
    const own = market.organizations.find((organization) => organization.id === id);
    if (!own || !isParticipant(own)) return nothing;
    const dismissed = await this.lists.dismissed(this.database, {
      type: 'organization',
      id,
      organizationId: id,
    });
    const unwanted = new Set(dismissed.map(keyOf));
    const pools = POOLS[own.kind].map((kinds) =>
      newest(
        ofKinds(market, kinds).filter(
          (party) => party.organizationId !== id && !unwanted.has(keyOf(sideOf(party))),
        ),
      ),
    );
    return bestOf({ own, profile, missing, pools, market });
  }

  private async told({ field, assumption, gain, compared }: Tried): Promise<NextStep> {
    const named = (gain?.unlocked ?? []).slice(0, NAMED);
    const cards = await this.organizations.cards(named.map(({ organizationId }) => organizationId));
    return {
      action: 'state',
      field,
      assumed: assumption?.values ?? [],
      unlocks: named.flatMap((unlocked) => {
        const organization = cards.get(unlocked.organizationId);
        return organization ? [{ ...unlocked, organization }] : [];
      }),
      unlockedCount: gain?.unlocked.length ?? 0,
      compared,
    };
  }
}

interface Tried {
  readonly field: MatchedField | null;
  readonly assumption?: Assumption | undefined;
  readonly gain?: Gain;
  readonly compared: number;
}

interface Attempt {
  readonly own: Participant;
  readonly profile: ProfileRecord;
  readonly missing: readonly MatchedField[];
  readonly pools: readonly (readonly MatchParty[])[];
  readonly market: MarketSeen;
}

/** The gap that brings most organizations into the lists; of equals the one that lifts more, then the weightier one. */
function bestOf({ own, profile, missing, pools, market }: Attempt): Tried {
  const candidates = pools.flat();
  const listsWith = (record: ProfileRecord): Lists =>
    listsOf(organizationParty(own, record, market.vocabulary), pools, market);
  const before = listsWith(profile);
  const tried = missing.slice(0, MOST_GAPS).map((field): Tried & { gain: Gain } => {
    const assumption = assume(field, profile, candidates);
    const gain = gainOf(before, assumption ? listsWith(assumption.profile) : before);
    return { field, assumption, gain, compared: candidates.length };
  });
  const [best] = tried.sort((a, b) => b.gain.entering - a.gain.entering || b.gain.lift - a.gain.lift);
  return best ?? { field: null, compared: candidates.length };
}

/** Ids are ordered by time. */
function newest(pool: readonly MatchParty[]): MatchParty[] {
  return [...pool].sort((a, b) => (a.id > b.id ? -1 : 1)).slice(0, MOST_CANDIDATES);
}
