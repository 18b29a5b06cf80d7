import { Injectable } from '@nestjs/common';
import { type Actor, NotFound } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { type ChangedComments, ProposalCommentRepository } from '../data/proposal-comment.repository.js';
import { isWritable } from '../domain/proposal-states.js';
import { mayComment, mayReadComments, type SectionComment } from '../domain/section-comment.js';
import { ProposalAccess } from './proposal-access.js';

/** Changes told in one turn. */
const AT_ONCE = 100;

/** What was said about the sections of a proposal, for those who write and sign it. */
@Injectable()
export class SectionCommentsReader {
  constructor(
    private readonly database: Database,
    private readonly access: ProposalAccess,
    private readonly comments: ProposalCommentRepository,
  ) {}

  /** Oldest first; `mayComment`: the actor may say something now. */
  async of(actor: Actor, id: string): Promise<{ comments: readonly SectionComment[]; mayComment: boolean }> {
    const { proposal, relation, standing } = await this.access.loadStanding(this.database, actor, id);
    if (!mayReadComments(relation)) throw new NotFound();
    return {
      comments: await this.comments.of(this.database, id),
      mayComment: isWritable(proposal.state) && mayComment(actor, relation, standing),
    };
  }

  /** Takes up what open screens were not told of yet. */
  async takeUnpushed(): Promise<ChangedComments[]> {
    return this.comments.takeUnpushed(this.database, AT_ONCE);
  }
}
