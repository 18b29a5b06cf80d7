import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';
import type { OwnershipOffer, OwnershipOfferState } from '../domain/ownership-offer.js';

@Injectable()
export class OwnershipOfferRepository {
  /** The one that waits for its answer. */
  async open(reads: Reads, organizationId: string): Promise<OwnershipOffer | undefined> {
    return reads.row<OwnershipOffer>(OPEN, [organizationId]);
  }

  async insert(
    tx: Transaction,
    offer: Pick<OwnershipOffer, 'id' | 'organizationId' | 'fromPersonId' | 'toPersonId'>,
  ): Promise<void> {
    await tx.execute(INSERT, [offer.id, offer.organizationId, offer.fromPersonId, offer.toPersonId]);
  }

  async settle(tx: Transaction, { id, version }: OwnershipOffer, state: OwnershipOfferState): Promise<void> {
    await tx.execute(SETTLE, [id, version, state]);
  }
}

const OPEN = `
  select id, organization_id as "organizationId", from_person_id as "fromPersonId", to_person_id as "toPersonId",
    state, version, created_at as "createdAt"
  from ownership_offer where organization_id = $1 and state = 'open'`;

const INSERT = `
  insert into ownership_offer (id, organization_id, from_person_id, to_person_id) values ($1, $2, $3, $4)`;

const SETTLE = `
  update ownership_offer
  set state = $3, version = version + 1, updated_at = now(), changed_xid = pg_current_xact_id()
  where id = $1 and version = $2 and state = 'open'`;
