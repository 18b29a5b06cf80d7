import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import type { Reads } from '#libs/platform/database';
import { SessionRepository } from '../data/session.repository.js';
import { ProofRequired } from '../domain/identity.errors.js';
import { PROOF_MINUTES } from '../domain/session.js';

/** Asked before every change that could shut the person out or give the account away. */
@Injectable()
export class FreshProof {
  constructor(private readonly sessions: SessionRepository) {}

  /** @throws ProofRequired unless the person signed in or proved themselves here within ten minutes */
  async require(reads: Reads, actor: Actor): Promise<void> {
    if (!(await this.sessions.isProven(reads, actor.sessionId, PROOF_MINUTES))) throw new ProofRequired();
  }
}
