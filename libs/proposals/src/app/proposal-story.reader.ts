import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { ProposalStepRepository } from '../data/proposal-step.repository.js';
import { type PublicStep, publicStory } from '../domain/proposal-step.js';
import { ProposalAccess } from './proposal-access.js';

const MAX_STEPS = 500;

/** The story of a proposal in public words. Who assesses it reads the whole story elsewhere. */
@Injectable()
export class ProposalStoryReader {
  constructor(
    private readonly database: Database,
    private readonly access: ProposalAccess,
    private readonly steps: ProposalStepRepository,
  ) {}

  /** Oldest first. */
  async of(actor: Actor, id: string): Promise<PublicStep[]> {
    await this.access.load(actor, 'read', id);
    return publicStory(await this.steps.of(this.database, id, MAX_STEPS));
  }
}
