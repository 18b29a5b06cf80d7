import { Injectable } from '@nestjs/common';
import type { CallTerms } from '#libs/calls';
import { type Actor, actingOrganization, type FieldError } from '#libs/kernel';
import { ConversationsReader } from '#libs/messaging';
import { Database } from '#libs/platform/database';
import { CoauthorRepository } from '../data/coauthor.repository.js';
import { LetterRepository } from '../data/letter.repository.js';
import { StandingRepository } from '../data/standing.repository.js';
import type { Coauthor, ProposalPart, SupportLetter } from '../domain/consortium.js';
import type { Proposal } from '../domain/proposal.js';
import type { ProposalRelation, Standing } from '../domain/proposal.policy.js';
import { isWritable } from '../domain/proposal-states.js';
import { ABOUT_PROPOSAL } from './consortium-room.js';
import { ProposalAccess } from './proposal-access.js';
import { type SignedContent, SignedContents } from './signed-contents.js';
import { SubmissionCheck } from './submission-check.js';

/** At most so many parts in proposals of others are listed. */
const MAX_PARTS = 200;

/** Everything around a proposal, for those who write, sign or support it. */
export interface Dossier extends SignedContent {
  readonly proposal: Proposal;
  readonly relation: ProposalRelation;
  readonly standing: Standing | undefined;
  readonly coauthors: readonly Coauthor[];
  readonly letters: readonly SupportLetter[];
  /** What holds for it; null without a call. */
  readonly terms: CallTerms | null;
  /** What is missing before it can be handed in; empty while nothing can be. */
  readonly missing: readonly FieldError[];
  /** Where its people talk about it, for those who do. */
  readonly conversationId: string | null;
}

/** The rows of a consortium that no signature covers. */
@Injectable()
export class ConsortiumRows {
  constructor(
    private readonly database: Database,
    private readonly coauthors: CoauthorRepository,
    private readonly letters: LetterRepository,
    private readonly standings: StandingRepository,
  ) {}

  async of(proposalId: string): Promise<Pick<Dossier, 'coauthors' | 'letters'>> {
    const coauthors = await this.coauthors.of(this.database, proposalId);
    return { coauthors, letters: await this.letters.of(this.database, proposalId) };
  }

  async parts(organizationId: string, personId: string): Promise<ProposalPart[]> {
    return this.standings.parts(this.database, organizationId, personId, MAX_PARTS);
  }
}

/** Reads of what goes with proposals. */
@Injectable()
export class DossierReader {
  constructor(
    private readonly database: Database,
    private readonly access: ProposalAccess,
    private readonly contents: SignedContents,
    private readonly check: SubmissionCheck,
    private readonly consortium: ConsortiumRows,
    private readonly conversations: ConversationsReader,
  ) {}

  async one(actor: Actor, id: string): Promise<Dossier> {
    const { proposal, relation, standing } = await this.access.loadRelated(actor, 'read', id);
    const about = { type: ABOUT_PROPOSAL, id };
    const [content, rows, terms, conversationId] = await Promise.all([
      this.contents.of(this.database, proposal),
      this.consortium.of(id),
      this.check.termsFor(this.database, proposal),
      this.conversations.idAbout(actor, about),
    ]);
    const missing = isWritable(proposal.state)
      ? await this.check.missing(this.database, proposal, content, terms)
      : [];
    return { ...content, ...rows, proposal, relation, standing, terms, missing, conversationId };
  }

  /** Parts of the acting organization, and of the person, in proposals; newest first. */
  async parts(actor: Actor): Promise<ProposalPart[]> {
    const parts = await this.consortium.parts(actingOrganization(actor).id, actor.personId);
    return this.access.known(actor, parts);
  }
}
