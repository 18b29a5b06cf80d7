import { Injectable } from '@nestjs/common';
import { RequestAudience } from '#libs/consulting';
import type { MatchSubject } from '#libs/contracts';
import { Database } from '#libs/platform/database';
import { ProposalAudience } from '#libs/proposals';
import { MatchRepository } from '../data/match.repository.js';

/** Whoever was shown a match with something may read it, and keeps that right when it is withdrawn. */
class MatchedAudience {
  constructor(
    private readonly database: Database,
    private readonly matches: MatchRepository,
    private readonly type: MatchSubject,
  ) {}

  async isCounterpart(id: string, organizationId: string): Promise<boolean> {
    return this.matches.wasShown(this.database, { type: this.type, id }, organizationId);
  }
}

@Injectable()
export class MatchedWithProposal extends MatchedAudience implements ProposalAudience {
  constructor(database: Database, matches: MatchRepository) {
    super(database, matches, 'proposal');
  }
}

@Injectable()
export class MatchedWithRequest extends MatchedAudience implements RequestAudience {
  constructor(database: Database, matches: MatchRepository) {
    super(database, matches, 'consulting_request');
  }
}
