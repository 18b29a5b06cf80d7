import { Injectable } from '@nestjs/common';
import type { ReplyProblem } from '#libs/contracts';
import { foldEmail, PersonsReader } from '#libs/identity';
import { type Actor, codePoints, DomainError } from '#libs/kernel';
import { PostMessage } from '#libs/messaging';
import { OrganizationsReader } from '#libs/organizations';
import { actorFor } from '#libs/platform/auth';
import type { InboundMail } from '#libs/platform/mail';
import type { OriginalMail } from '../data/returned-mail.repository.js';
import { ownWords } from '../domain/own-words.js';

export interface RepliedMail {
  readonly isPosted: boolean;
  /** What its person is told of. */
  readonly problem: ReplyProblem | null;
}

const LONGEST = 8_000;

/** Says in a conversation what somebody answered to a mail about it, as if they had written it there. */
@Injectable()
export class PostReply {
  constructor(
    private readonly persons: PersonsReader,
    private readonly organizations: OrganizationsReader,
    private readonly postMessage: PostMessage,
  ) {}

  /** @param digest names this very answer: however often it comes, it is said once */
  async execute(
    { personId, organizationId, conversationId }: OriginalMail,
    mail: InboundMail,
    digest: string,
    requestId: string,
  ): Promise<RepliedMail> {
    const account = personId === null ? undefined : await this.persons.account(personId);
    if (!account || organizationId === null || conversationId === null) return refused('closed');
    const body = ownWords(mail.text).replaceAll('\0', '');
    const problem = problemOf(mail, body, account.email);
    if (problem) return refused(problem);
    const actor = await this.actor(account.id, organizationId, requestId);
    if (!actor) return refused('closed');
    try {
      const clientMessageId = `mail-${digest.slice(0, 40)}`;
      await this.postMessage.execute(actor, { conversationId, clientMessageId, body });
    } catch (error) {
      // They left, one blocked the other, or the room is closed; what is wrong with us is for the mail server to repeat.
      if (error instanceof DomainError && ['not-found', 'conflict', 'forbidden'].includes(error.kind))
        return refused('closed');
      throw error;
    }
    return { isPosted: true, problem: mail.attachments > 0 ? 'attachment' : null };
  }

  /** The person as they would act if they were signed in; undefined when they may not write any more. */
  private async actor(
    personId: string,
    organizationId: string,
    requestId: string,
  ): Promise<Actor | undefined> {
    const seats = await this.organizations.membershipsOf(personId);
    const memberships = seats.map(({ state, ...seat }) => ({ ...seat, organizationState: state }));
    const principal = {
      ...{ personId, sessionId: personId, displayName: '', language: 'en', timeZone: 'UTC' },
      ...{ expiresAt: new Date(), memberships },
    };
    try {
      const actor = actorFor(principal, organizationId, requestId);
      return actor.permissions.has('conversation.post') ? actor : undefined;
    } catch (error) {
      if (error instanceof DomainError) return undefined;
      throw error;
    }
  }
}

/** Whoever has the address for answers has the mail; that they also have the mailbox is asked for besides. */
function problemOf({ from, attachments }: InboundMail, body: string, email: string): ReplyProblem | null {
  if (foldEmail(from) !== foldEmail(email)) return 'sender';
  if (body === '') return attachments > 0 ? 'attachment' : 'empty';
  return codePoints(body) > LONGEST ? 'too_long' : null;
}

const refused = (problem: ReplyProblem): RepliedMail => ({ isPosted: false, problem });
