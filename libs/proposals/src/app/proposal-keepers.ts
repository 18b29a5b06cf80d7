import { Injectable } from '@nestjs/common';
import type { Proposal } from '../domain/proposal.js';

/** Keeps a proposal from a person who would read it by a seat alone: from those who review it without its names. */
export abstract class ProposalKeeper {
  abstract keeps(personId: string, proposal: Proposal): Promise<boolean>;
}

/** Higher features register here from whom a proposal is kept. */
@Injectable()
export class ProposalKeepers {
  private readonly keepers: ProposalKeeper[] = [];

  register(keeper: ProposalKeeper): void {
    this.keepers.push(keeper);
  }

  async keep(personId: string, proposal: Proposal): Promise<boolean> {
    for (const keeper of this.keepers) if (await keeper.keeps(personId, proposal)) return true;
    return false;
  }
}
