import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { type StoredFile, Files } from '#libs/platform/files';
import { RatingRepository } from '../data/rating.repository.js';
import type { CaseNote } from '../domain/case-note.js';
import type { Deliverable, DeliverableStep } from '../domain/deliverable.js';
import type { Dispute } from '../domain/dispute.js';
import { abilitiesFor, type EngagementAbilities, sideOf } from '../domain/engagement.policy.js';
import { type Engagement, nextToSign, type Party, type Side, partsOf } from '../domain/engagement.js';
import type { LedgerEntry } from '../domain/ledger.js';
import type { Rating } from '../domain/rating.js';
import type { EngagementSession } from '../domain/session.js';
import { EngagementAccess } from './engagement-access.js';
import { RoomParts } from './room-parts.js';

/** Everything a reader may see of an engagement but its ratings, which are sealed and stand apart. */
export interface EngagementRoom {
  readonly engagement: Engagement;
  /** The side the reader works on. */
  readonly side: Side | null;
  readonly parties: readonly Party[];
  readonly waitingFor: readonly Party[];
  /** What each party pays of fee and tax together, by id of the party. */
  readonly parts: ReadonlyMap<string, number>;
  readonly sessions: readonly EngagementSession[];
  readonly deliverables: readonly Deliverable[];
  readonly steps: readonly DeliverableStep[];
  readonly files: ReadonlyMap<string, StoredFile>;
  readonly entries: readonly LedgerEntry[];
  readonly disputes: readonly Dispute[];
  readonly note: CaseNote | null;
  readonly abilities: EngagementAbilities;
}

export interface SealedRatings {
  /** One's own; both once they are open. */
  readonly visible: readonly Rating[];
  readonly isOpen: boolean;
  readonly opensAt: Date | null;
}

@Injectable()
export class EngagementRoomReader {
  constructor(
    private readonly database: Database,
    private readonly access: EngagementAccess,
    private readonly parts: RoomParts,
    private readonly ratingsOf: RatingRepository,
    private readonly files: Files,
  ) {}

  /** Who only bears cost sees the agreement and what was recorded of its own part. @throws NotFound */
  async one(actor: Actor, id: string): Promise<EngagementRoom> {
    const { engagement, parties, standing } = await this.access.load(actor, id);
    const side = sideOf(standing);
    const isInside = side !== null || standing.isStaff;
    const inside = await this.parts.read(id, isInside);
    const own = parties.filter(({ organizationId }) => organizationId === actor.organization?.id);
    return {
      engagement,
      side,
      parties,
      waitingFor: engagement.state === 'agreement' ? nextToSign(parties) : [],
      parts: partsOf(engagement.terms.feeMinor + engagement.terms.taxMinor, parties),
      ...inside,
      files: await this.files.describe(
        this.database,
        inside.steps.flatMap(({ fileIds }) => fileIds),
      ),
      entries: inside.entries.filter(({ partyId }) => isInside || own.some((party) => party.id === partyId)),
      abilities: abilitiesFor(actor, { engagement, parties, note: inside.note }),
    };
  }

  /** The secretariat, too, sees only what is open. @throws NotFound */
  async ratings(actor: Actor, id: string): Promise<SealedRatings> {
    const { engagement, standing } = await this.access.load(actor, id);
    const side = sideOf(standing);
    const isOpen = engagement.ratingsOpenedAt !== null && (side !== null || standing.isStaff);
    return {
      // What is sealed is not even read: no answer takes longer because of it.
      visible: isOpen
        ? await this.ratingsOf.ofEngagement(this.database, id)
        : await this.ratingsOf.ofSide(this.database, id, side),
      isOpen,
      opensAt: engagement.state === 'accepted' ? engagement.ratingsDueAt : null,
    };
  }
}
