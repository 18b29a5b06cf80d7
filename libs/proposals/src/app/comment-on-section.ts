import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization, NotFound } from '#libs/kernel';
import { newId, type Transaction, UnitOfWork } from '#libs/platform/database';
import { CoauthorRepository } from '../data/coauthor.repository.js';
import { ProposalCommentRepository } from '../data/proposal-comment.repository.js';
import type { SectionKey } from '../domain/dossier.js';
import { TooMany, WrongPart } from '../domain/proposal.errors.js';
import type { Proposal } from '../domain/proposal.js';
import { MAX_COMMENTS, type SectionComment } from '../domain/section-comment.js';
import { auditPart } from './consortium-desk.js';
import { ProposalAccess } from './proposal-access.js';
import { sourceOf } from './proposal-steps.js';

/** What somebody says: about a section and words in it, or in answer to a thread. */
export type CommentInput = { readonly body: string; readonly language: string } & (
  | { readonly threadId: string }
  | { readonly threadId: null; readonly section: SectionKey; readonly quote: string | null }
);

interface Listener {
  readonly personId: string;
  readonly organizationId: string;
}

/**
 * People of the consortium talk about sections while the proposal is open to them: they begin threads, answer, settle
 * them and open them again. A new thread is told to who began the proposal and who writes along, an answer to those
 * who spoke in the thread. The text itself stays as it is.
 *
 * @throws NotFound, ProposalNotEditable 409, WrongPart 409 where a thread is settled, or open, already, TooMany 422
 */
@Injectable()
export class CommentOnSection {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ProposalAccess,
    private readonly comments: ProposalCommentRepository,
    private readonly coauthors: CoauthorRepository,
  ) {}

  async say(actor: Actor, proposalId: string, input: CommentInput): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const proposal = await this.access.lockToComment(tx, proposalId);
      const thread = input.threadId === null ? undefined : await this.thread(tx, proposalId, input.threadId);
      if (thread?.resolvedAt) throw new WrongPart('resolved');
      if ((await this.comments.count(tx, proposalId)) >= MAX_COMMENTS)
        throw new TooMany('/body', MAX_COMMENTS);
      const { body, language } = input;
      const about = input.threadId === null ? input : { section: thread?.section ?? 'need', quote: null };
      await this.comments.add(tx, {
        ...{ id: newId(), proposalId, body, language, threadId: thread?.id ?? null },
        ...{ section: about.section, quote: about.quote, authorId: actor.personId },
        organizationId: actingOrganization(actor).id,
      });
      auditPart(tx, proposal, 'comment');
      const listeners = thread ? await this.voicesIn(tx, thread) : await this.writersOf(tx, proposal);
      tell(tx, proposal, listeners);
    });
  }

  async settle(
    actor: Actor,
    proposalId: string,
    threadId: string,
    verb: 'resolve' | 'reopen',
  ): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const proposal = await this.access.lockToComment(tx, proposalId);
      const { id } = await this.thread(tx, proposalId, threadId);
      const isResolved = verb === 'resolve';
      if (!(await this.comments.settle(tx, id, isResolved)))
        throw new WrongPart(isResolved ? 'resolved' : 'open');
      auditPart(tx, proposal, `${verb}-comment`);
    });
  }

  /** The beginning of a thread; an answer is none. */
  private async thread(tx: Transaction, proposalId: string, id: string): Promise<SectionComment> {
    const comment = await this.comments.find(tx, proposalId, id);
    if (comment?.threadId !== null) throw new NotFound();
    return comment;
  }

  private async writersOf(tx: Transaction, proposal: Proposal): Promise<Listener[]> {
    const coauthors = await this.coauthors.of(tx, proposal.id);
    return [
      { personId: proposal.createdBy, organizationId: proposal.organizationId },
      ...coauthors.filter(({ state }) => state === 'accepted'),
    ];
  }

  private async voicesIn(tx: Transaction, { id, proposalId }: SectionComment): Promise<Listener[]> {
    const all = await this.comments.of(tx, proposalId);
    return all
      .filter((comment) => comment.id === id || comment.threadId === id)
      .map(({ authorId: personId, organizationId }) => ({ personId, organizationId }));
  }
}

/** Each person once, and never who speaks. */
function tell(tx: Transaction, proposal: Proposal, listeners: readonly Listener[]): void {
  const told = new Map(listeners.map(({ personId, organizationId }) => [personId, organizationId]));
  told.delete(tx.actor.personId);
  for (const [toPersonId, onBehalfOf] of told)
    tx.emit('proposal.commented', sourceOf(proposal), { toPersonId, onBehalfOf });
}
