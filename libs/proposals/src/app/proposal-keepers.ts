import { Injectable } from '@nestjs/common';
import type { Reads } from '#libs/platform/database';
import type { Proposal } from '../domain/proposal.js';

/** Keeps a proposal from persons who would read it by a seat alone: from those who review it without its names. */
export abstract class ProposalKeeper {
  /** Those of the persons from whom it is kept. */
  abstract keptFrom(
    reads: Reads,
    personIds: readonly string[],
    proposal: Proposal,
  ): Promise<readonly string[]>;
}

/** Higher features register here from whom a proposal is kept. */
@Injectable()
export class ProposalKeepers {
  private readonly keepers: ProposalKeeper[] = [];

  register(keeper: ProposalKeeper): void {
    this.keepers.push(keeper);
  }

  async keptFrom(reads: Reads, personIds: readonly string[], proposal: Proposal): Promise<Set<string>> {
    const kept = new Set<string>();
    for (const keeper of this.keepers)
      for (const personId of await keeper.keptFrom(reads, personIds, proposal)) kept.add(personId);
    return kept;
  }

  async keep(reads: Reads, personId: string, proposal: Proposal): Promise<boolean> {
    return (await this.keptFrom(reads, [personId], proposal)).has(personId);
  }
}
