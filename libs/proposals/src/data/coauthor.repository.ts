import { Injectable } from '@nestjs/common';
import { newId, type Reads, type Transaction } from '#libs/platform/database';
import { type Coauthor, COAUTHOR_DAYS, type CoauthorState } from '../domain/consortium.js';

/** SQL of the persons who write along. */
@Injectable()
export class CoauthorRepository {
  /** Everybody who was ever asked, oldest first. */
  async of(reads: Reads, proposalId: string): Promise<Coauthor[]> {
    return reads.rows<Coauthor>(`${SELECT} where proposal_id = $1 order by id`, [proposalId]);
  }

  async find(reads: Reads, id: string): Promise<Coauthor | undefined> {
    return reads.row<Coauthor>(`${SELECT} where id = $1`, [id]);
  }

  /** Everything a person was ever asked, oldest first. */
  async ofPerson(reads: Reads, personId: string): Promise<Coauthor[]> {
    return reads.rows<Coauthor>(`${SELECT} where person_id = $1 order by id`, [personId]);
  }

  /** Undefined when the person is asked already, or writes along. */
  async invite(
    tx: Transaction,
    coauthor: Pick<Coauthor, 'proposalId' | 'personId' | 'organizationId' | 'access'>,
  ): Promise<Coauthor | undefined> {
    const { proposalId, personId, organizationId, access } = coauthor;
    const id = newId();
    const values = [id, proposalId, personId, organizationId, access, tx.actor.personId, COAUTHOR_DAYS];
    return (await tx.execute(INVITE, values)) === 0 ? undefined : this.find(tx, id);
  }

  /** Answers whether it still was in the state it was read in. */
  async move(tx: Transaction, { id, state }: Coauthor, to: CoauthorState): Promise<boolean> {
    return (await tx.execute(MOVE, [id, state, to])) > 0;
  }

  /** Those of an organization that takes part no longer go with it; answers how many. */
  async removeOf(tx: Transaction, proposalId: string, organizationId: string): Promise<number> {
    return tx.execute(REMOVE_OF, [proposalId, organizationId]);
  }
}

const CHANGED = `version = version + 1, updated_at = now(), changed_xid = pg_current_xact_id()`;

const SELECT = `
  select id, proposal_id as "proposalId", person_id as "personId", organization_id as "organizationId", access, state,
    invited_by as "invitedBy", expires_at as "expiresAt", expires_at <= now() as "isOver", created_at as "createdAt"
  from proposal_coauthor`;

const INVITE = `
  insert into proposal_coauthor (id, proposal_id, person_id, organization_id, access, invited_by, expires_at)
  values ($1, $2, $3, $4, $5, $6, now() + make_interval(days => $7))
  on conflict (proposal_id, person_id) where state in ('invited', 'accepted') do nothing`;

const MOVE = `update proposal_coauthor set state = $3, ${CHANGED} where id = $1 and state = $2`;

const REMOVE_OF = `
  update proposal_coauthor set state = 'removed', ${CHANGED}
  where proposal_id = $1 and organization_id = $2 and state in ('invited', 'accepted')`;
