import { Injectable } from '@nestjs/common';
import { StaleVersion } from '#libs/kernel';
import { newId, type Reads, type Transaction } from '#libs/platform/database';
import type { ExpertInvitation } from '../domain/expert-invitation.js';
import type { InvitationState } from '../domain/invitation-states.js';
import type { StepWords } from '../domain/consulting-step.js';

/** What comes with the answer of an expert. */
export interface InvitationAnswer {
  readonly reason?: string | null;
  readonly said?: StepWords | null;
  /** The two declarations, which come together. */
  readonly isDeclared?: boolean;
}

/** SQL of the invitations of experts. */
@Injectable()
export class ExpertInvitationRepository {
  async find(reads: Reads, id: string): Promise<ExpertInvitation | undefined> {
    return reads.row<ExpertInvitation>(`${SELECT} where i.id = $1`, [id]);
  }

  async get(tx: Transaction, id: string): Promise<ExpertInvitation> {
    const found = await this.find(tx, id);
    if (!found) throw new Error('An invitation vanished inside its transaction.');
    return found;
  }

  async lock(tx: Transaction, id: string): Promise<ExpertInvitation | undefined> {
    return tx.row<ExpertInvitation>(`${SELECT} where i.id = $1 for update`, [id]);
  }

  /** Oldest first. */
  async ofRequest(reads: Reads, requestId: string): Promise<ExpertInvitation[]> {
    return reads.rows<ExpertInvitation>(`${SELECT} where i.request_id = $1 order by i.id`, [requestId]);
  }

  async ofExpert(
    reads: Reads,
    requestId: string,
    organizationId: string,
  ): Promise<ExpertInvitation | undefined> {
    return reads.row<ExpertInvitation>(`${SELECT} where i.request_id = $1 and i.organization_id = $2`, [
      requestId,
      organizationId,
    ]);
  }

  /** True for whoever may answer or quote, and for whoever has quoted. */
  async isTied(reads: Reads, requestId: string, organizationId: string): Promise<boolean> {
    const row = await reads.row(
      `select 1 from expert_invitation
       where request_id = $1 and organization_id = $2 and state in ('invited', 'accepted')
       union all select 1 from quote where request_id = $1 and organization_id = $2 limit 1`,
      [requestId, organizationId],
    );
    return row !== undefined;
  }

  /** All of an expert, newest first. */
  async ofOrganization(reads: Reads, organizationId: string, limit: number): Promise<ExpertInvitation[]> {
    return reads.rows<ExpertInvitation>(
      `${SELECT} where i.organization_id = $1 order by i.id desc limit $2`,
      [organizationId, limit],
    );
  }

  async answeredBy(reads: Reads, personId: string): Promise<ExpertInvitation[]> {
    return reads.rows<ExpertInvitation>(
      `${SELECT} where i.answered_by = $1 or i.invited_by = $1 order by i.id`,
      [personId],
    );
  }

  /** Invites, or invites again. Answers the id of the row. */
  async invite(
    tx: Transaction,
    invitation: Pick<ExpertInvitation, 'requestId' | 'organizationId' | 'invitingOrganizationId' | 'dueAt'>,
  ): Promise<string> {
    const row = await tx.row<{ id: string }>(
      `insert into expert_invitation (id, request_id, organization_id, inviting_organization_id, invited_by, due_at)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (request_id, organization_id) do update set
         state = 'invited', inviting_organization_id = excluded.inviting_organization_id,
         invited_by = excluded.invited_by, due_at = excluded.due_at, reminded_at = null, answered_by = null,
         answered_at = null, no_conflict_declared = false, confidentiality_declared = false, reason = null,
         words = null, language = null, version = expert_invitation.version + 1, updated_at = now(),
         changed_xid = pg_current_xact_id()
       returning id`,
      [
        ...[newId(), invitation.requestId, invitation.organizationId, invitation.invitingOrganizationId],
        ...[tx.actor.personId, invitation.dueAt],
      ],
    );
    if (!row) throw new Error('An invitation was not written.');
    return row.id;
  }

  async move(
    tx: Transaction,
    current: ExpertInvitation,
    to: InvitationState,
    { reason = null, said = null, isDeclared = false }: InvitationAnswer,
    answeredBy: string | null,
  ): Promise<void> {
    const changed = await tx.execute(
      `update expert_invitation set state = $4, reason = $5, words = $6, language = $7,
         no_conflict_declared = $8, confidentiality_declared = $8, answered_by = $9,
         answered_at = case when $9::uuid is null then answered_at else now() end,
         version = version + 1, updated_at = now(), changed_xid = pg_current_xact_id()
       where id = $1 and version = $2 and state = $3`,
      [
        ...[current.id, current.version, current.state, to, reason],
        ...[said?.words ?? null, said?.language ?? null, isDeclared, answeredBy],
      ],
    );
    if (changed === 0) throw new StaleVersion(current.version);
  }

  async remind(tx: Transaction, id: string): Promise<void> {
    await tx.execute(
      `update expert_invitation set reminded_at = now(), version = version + 1, updated_at = now() where id = $1`,
      [id],
    );
  }

  /** All of one expert become those of another; where both were asked, the other's stays. */
  async moveAll(tx: Transaction, fromId: string, intoId: string): Promise<void> {
    await tx.execute(
      `update expert_invitation set organization_id = $2, version = version + 1, updated_at = now()
       where organization_id = $1 and not exists (
         select from expert_invitation o
         where o.request_id = expert_invitation.request_id and o.organization_id = $2)`,
      [fromId, intoId],
    );
    await tx.execute(
      `update expert_invitation set inviting_organization_id = $2 where inviting_organization_id = $1`,
      [fromId, intoId],
    );
  }
}

const SELECT = `
  select i.id, i.request_id as "requestId", i.organization_id as "organizationId",
         i.inviting_organization_id as "invitingOrganizationId", i.invited_by as "invitedBy", i.state,
         i.due_at as "dueAt", i.reminded_at as "remindedAt", i.answered_by as "answeredBy",
         i.answered_at as "answeredAt", i.no_conflict_declared as "noConflictDeclared",
         i.confidentiality_declared as "confidentialityDeclared", i.reason, i.words, i.language, i.version,
         i.created_at as "createdAt", i.updated_at as "updatedAt"
  from expert_invitation i`;
