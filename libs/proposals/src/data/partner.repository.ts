import { Injectable } from '@nestjs/common';
import { newId, type Reads, type Transaction } from '#libs/platform/database';
import type { PartnerState, ProposalPartner } from '../domain/consortium.js';

/** SQL of the organizations of a consortium beside its lead. */
@Injectable()
export class PartnerRepository {
  /** In the order in which they were invited. */
  async of(reads: Reads, proposalIds: readonly string[]): Promise<ProposalPartner[]> {
    return (await reads.rows<PartnerRow>(`${SELECT} where proposal_id = any($1::uuid[]) order by id`, [proposalIds])).map(
      toPartner,
    );
  }

  async find(reads: Reads, proposalId: string, organizationId: string): Promise<ProposalPartner | undefined> {
    const row = await reads.row<PartnerRow>(`${SELECT} where proposal_id = $1 and organization_id = $2`, [
      proposalId,
      organizationId,
    ]);
    return row && toPartner(row);
  }

  async invite(
    tx: Transaction,
    partner: Pick<ProposalPartner, 'proposalId' | 'organizationId' | 'task' | 'shareMinor'>,
  ): Promise<void> {
    const { proposalId, organizationId, task, shareMinor } = partner;
    await tx.execute(INVITE, [newId(), proposalId, organizationId, task, shareMinor, tx.actor.personId]);
  }

  /** Moves a partner; a signature goes with the seat. Answers whether it still was in the state it was read in. */
  async move(tx: Transaction, { id, state }: ProposalPartner, to: PartnerState): Promise<boolean> {
    return (await tx.execute(MOVE, [id, state, to, tx.actor.personId])) > 0;
  }

  async describe(
    tx: Transaction,
    id: string,
    { task, shareMinor }: Pick<ProposalPartner, 'task' | 'shareMinor'>,
  ): Promise<void> {
    await tx.execute(DESCRIBE, [id, task, shareMinor]);
  }

  /** Answers whether the partner was there to sign. */
  async sign(tx: Transaction, id: string, sha256: string): Promise<boolean> {
    return (await tx.execute(SIGN, [id, sha256, tx.actor.personId])) > 0;
  }

  /** Takes off every signature that is not for `sha256`; answers whose they were. */
  async voidSignatures(tx: Transaction, proposalId: string, sha256: string): Promise<string[]> {
    const rows = await tx.rows<{ organizationId: string }>(VOID, [proposalId, sha256]);
    return rows.map(({ organizationId }) => organizationId);
  }
}

type PartnerRow = Omit<ProposalPartner, 'shareMinor'> & { shareMinor: string | null };

const toPartner = (row: PartnerRow): ProposalPartner => ({
  ...row,
  shareMinor: row.shareMinor === null ? null : Number(row.shareMinor),
});

const CHANGED = `version = version + 1, updated_at = now(), changed_xid = pg_current_xact_id()`;

const SELECT = `
  select id, proposal_id as "proposalId", organization_id as "organizationId", state, task,
    share_minor as "shareMinor", signed_sha256 as "signedSha256", signed_by as "signedBy",
    signed_at as "signedAt", created_at as "createdAt"
  from proposal_partner`;

const INVITE = `
  insert into proposal_partner (id, proposal_id, organization_id, task, share_minor, invited_by)
  values ($1, $2, $3, $4, $5, $6)`;

const MOVE = `
  update proposal_partner
  set state = $3, answered_by = $4, signed_sha256 = null, signed_by = null, signed_at = null, ${CHANGED}
  where id = $1 and state = $2`;

const DESCRIBE = `update proposal_partner set task = $2, share_minor = $3, ${CHANGED} where id = $1`;

const SIGN = `
  update proposal_partner set signed_sha256 = $2, signed_by = $3, signed_at = now(), ${CHANGED}
  where id = $1 and state = 'accepted'`;

const VOID = `
  update proposal_partner set signed_sha256 = null, signed_by = null, signed_at = null, ${CHANGED}
  where proposal_id = $1 and signed_sha256 <> $2 returning organization_id as "organizationId"`;
