import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';
import type { FirstRun, FirstRunAnswers } from '../domain/first-run.js';

/** SQL of first runs; a person has one. */
@Injectable()
export class FirstRunRepository {
  async find(reads: Reads, personId: string): Promise<FirstRun | undefined> {
    return reads.row<FirstRun>(FIND, [personId]);
  }

  async lock(tx: Transaction, personId: string): Promise<FirstRun | undefined> {
    return tx.row<FirstRun>(`${FIND} for update`, [personId]);
  }

  /** False when the person has begun one meanwhile. */
  async insert(tx: Transaction, personId: string, step: number, answers: FirstRunAnswers): Promise<boolean> {
    return (await tx.execute(INSERT, [personId, step, JSON.stringify(answers)])) === 1;
  }

  async save(tx: Transaction, personId: string, step: number, answers: FirstRunAnswers): Promise<void> {
    await tx.execute(SAVE, [personId, step, JSON.stringify(answers)]);
  }

  async remove(tx: Transaction, personId: string): Promise<void> {
    await tx.execute('delete from first_run where person_id = $1', [personId]);
  }

  async finish(tx: Transaction, personId: string): Promise<void> {
    await tx.execute(FINISH, [personId]);
  }
}

const FIND = 'select step, answers, state, version from first_run where person_id = $1';

const INSERT = `
  insert into first_run (person_id, step, answers) values ($1, $2, $3::jsonb)
  on conflict (person_id) do nothing`;

const CHANGED = 'version = version + 1, updated_at = now(), changed_xid = pg_current_xact_id()';

const SAVE = `update first_run set step = $2, answers = $3::jsonb, ${CHANGED} where person_id = $1`;

const FINISH = `update first_run set state = 'finished', answers = '{}', ${CHANGED} where person_id = $1`;
