import type { Actor } from '#libs/kernel';
import type { SectionKey } from './dossier.js';
import type { ProposalRelation, Standing } from './proposal.policy.js';

/** Code points of a comment, and of the words it is about. */
export const MAX_COMMENT = 4_000;
export const MAX_QUOTE = 500;
/** So many comments a proposal takes, answers among them. */
export const MAX_COMMENTS = 1_000;

/** What somebody of the consortium said about a section, or answered to it. Never part of what is handed in. */
export interface SectionComment {
  readonly id: string;
  readonly proposalId: string;
  readonly section: SectionKey;
  /** The comment it answers; null where it begins a thread. */
  readonly threadId: string | null;
  /** The words it is about, as they stood when it was written. */
  readonly quote: string | null;
  readonly body: string;
  /** BCP 47 of the body. */
  readonly language: string;
  readonly authorId: string;
  /** For which organization of the consortium. */
  readonly organizationId: string;
  /** Of the beginning of a thread: when it was settled, and by whom. */
  readonly resolvedAt: Date | null;
  readonly resolvedBy: string | null;
  readonly createdAt: Date;
}

/** Who reads what the consortium says among itself: those who write, and those who sign. */
export function mayReadComments(relation: ProposalRelation): boolean {
  return relation === 'own' || relation === 'coauthor' || relation === 'partner';
}

/** Everybody of the lead, who was asked to comment or to write, and who signs for a partner. */
export function mayComment(actor: Actor, relation: ProposalRelation, standing: Standing): boolean {
  if (relation === 'own') return true;
  if (!mayReadComments(relation)) return false;
  if (standing.coauthor === 'comment' || standing.coauthor === 'edit') return true;
  return standing.partner === 'accepted' && actor.permissions.has('proposal.join');
}
