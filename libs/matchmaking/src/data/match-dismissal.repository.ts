import { Injectable } from '@nestjs/common';
import type { DismissalReason } from '#libs/contracts';
import type { Transaction } from '#libs/platform/database';

export interface Dismissal {
  readonly matchId: string;
  readonly organizationId: string;
  readonly personId: string;
  readonly reason: DismissalReason;
  readonly note: string | null;
}

@Injectable()
export class MatchDismissalRepository {
  /** The first one counts. */
  async insert(tx: Transaction, dismissal: Dismissal): Promise<void> {
    const { matchId, organizationId, personId, reason, note } = dismissal;
    await tx.execute(INSERT, [matchId, organizationId, personId, reason, note]);
  }

  /** False when there was none. */
  async remove(tx: Transaction, matchId: string, organizationId: string): Promise<boolean> {
    return (await tx.execute(REMOVE, [matchId, organizationId])) > 0;
  }
}

const INSERT = `
  insert into match_dismissal (match_id, organization_id, person_id, reason, note) values ($1, $2, $3, $4, $5)
  on conflict (match_id, organization_id) do nothing`;

const REMOVE = 'delete from match_dismissal where match_id = $1 and organization_id = $2';
