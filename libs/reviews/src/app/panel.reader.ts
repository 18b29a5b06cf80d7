import { Injectable } from '@nestjs/common';
import { PersonsReader } from '#libs/identity';
import { type Actor, actingOrganization, NotFound } from '#libs/kernel';
import { OrganizationsReader } from '#libs/organizations';
import { type Proposal, ProposalsReader } from '#libs/proposals';
import type { ReadableProposal } from './readable-proposal.js';
import {
  type DeskStep,
  owesReview,
  type Review,
  type ReviewComment,
  visibleAtDesk,
} from '../domain/review.js';
import { DeskAccess } from './desk-access.js';
import { PanelRecords } from './panel-records.js';
import { ReadableProposalsLoader } from './readable-proposals.loader.js';

/** What the desk may do with a proposal now. */
export interface PanelAbilities {
  readonly screen: boolean;
  readonly readmit: boolean;
  readonly requestRevision: boolean;
  readonly makeReady: boolean;
  /** Find the conditions met. */
  readonly fulfil: boolean;
}

/** One proposal on the desk, with names: its reviews, its discussion and what was done with it. */
export interface DeskPanel {
  readonly proposal: Proposal;
  readonly content: ReadableProposal;
  readonly reviews: readonly (Review & { readonly reviewer: string; readonly organization: string })[];
  readonly comments: readonly (ReviewComment & { readonly author: string })[];
  readonly steps: readonly DeskStep[];
  readonly abilities: PanelAbilities;
}

/** Reads of single proposals for who runs the call, and for who decides. */
@Injectable()
export class PanelReader {
  constructor(
    private readonly access: DeskAccess,
    private readonly records: PanelRecords,
    private readonly proposals: ProposalsReader,
    private readonly readable: ReadableProposalsLoader,
    private readonly persons: PersonsReader,
    private readonly organizations: OrganizationsReader,
  ) {}

  async one(actor: Actor, callId: string, proposalId: string): Promise<DeskPanel> {
    const { stage, terms } = await this.access.sheet(actor, callId);
    const proposal = (await this.proposals.byIds([proposalId])).get(proposalId);
    if (proposal?.call?.callId !== callId || proposal.receipt === null) throw new NotFound();
    const [content, panel, steps] = await Promise.all([
      this.readable.one({ proposalId, number: null, isBlind: false }),
      this.records.ofPanel({ proposalId, stage: stage.key }),
      this.records.stepsOf(proposalId),
    ]);
    const reviews = visibleAtDesk(panel.reviews, actor.personId);
    const comments = owesReview(panel.reviews, actor.personId) ? [] : panel.comments;
    const [persons, cards] = await Promise.all([
      this.persons.byIds([
        ...reviews.map(({ personId }) => personId),
        ...comments.map(({ authorId }) => authorId),
      ]),
      this.organizations.cards(reviews.map(({ organizationId }) => organizationId)),
    ]);
    const nameOf = (id: string): string => persons.get(id)?.displayName ?? '';
    const runs = terms.organizationId === actingOrganization(actor).id;
    return {
      proposal,
      content,
      reviews: reviews.map((review) => ({
        ...review,
        reviewer: nameOf(review.personId),
        organization: cards.get(review.organizationId)?.name ?? '',
      })),
      comments: comments.map((comment) => ({ ...comment, author: nameOf(comment.authorId) })),
      steps,
      abilities: abilitiesOf(proposal, runs && actor.permissions.has('review.manage')),
    };
  }
}

function abilitiesOf({ state, releasedAt }: Proposal, mayManage: boolean): PanelAbilities {
  return {
    screen: mayManage && (state === 'submitted' || state === 'screening'),
    readmit: mayManage && (state === 'more_info' || (state === 'rejected' && releasedAt === null)),
    requestRevision: mayManage && state === 'discussion',
    makeReady: mayManage && state === 'discussion',
    fulfil: mayManage && state === 'conditional' && releasedAt !== null,
  };
}
