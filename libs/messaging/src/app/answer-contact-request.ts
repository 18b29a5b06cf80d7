import { Injectable } from '@nestjs/common';
import { actingOrganization, type Actor, assertVersion, nextState, NotFound } from '#libs/kernel';
import { OrganizationsReader } from '#libs/organizations';
import { type Transaction, UnitOfWork } from '#libs/platform/database';
import { ContactRequestRepository } from '../data/contact-request.repository.js';
import {
  type ContactRequest,
  contactRequestTransitions,
  type ContactRequestVerb,
} from '../domain/contact-request.js';
import { ContactRefused } from '../domain/contact.errors.js';
import { isSameSeat } from '../domain/conversation.js';
import { StartConversation } from './start-conversation.js';

/**
 * Accepts, declines or takes back a contact request. Accepting opens the one conversation of who asked and who
 * accepts, with what was asked at its head.
 *
 * @throws NotFound for a request that is not theirs to do this with, WrongState and ContactRefused 409,
 *   StaleVersion 412
 */
@Injectable()
export class AnswerContactRequest {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly requests: ContactRequestRepository,
    private readonly organizations: OrganizationsReader,
    private readonly conversations: StartConversation,
  ) {}

  async execute(
    actor: Actor,
    verb: ContactRequestVerb,
    id: string,
    version?: number,
  ): Promise<ContactRequest> {
    const organizationId = actingOrganization(actor).id;
    return this.unitOfWork.run(actor, async (tx) => {
      const request = await this.requests.lock(tx, id, organizationId);
      const side = verb === 'withdraw' ? request?.fromOrganizationId : request?.toOrganizationId;
      if (!request || side !== organizationId) throw new NotFound();
      const state = nextState(contactRequestTransitions, request.state, verb);
      assertVersion(request.version, version);
      if (request.isLapsed && verb !== 'withdraw') throw new ContactRefused('lapsed');

      const conversationId = verb === 'accept' ? await this.connect(tx, request) : null;
      await this.requests.answer(tx, request, { state, conversationId });
      const entry = { entityType: 'contact_request', entityId: id, fromState: request.state, toState: state };
      tx.audit({ action: `contact-request.${verb}`, ...entry });
      this.announce(tx, verb, request, conversationId);
      const answered = await this.requests.find(tx, id, organizationId);
      if (!answered) throw new Error('A contact request vanished inside its transaction.');
      return answered;
    });
  }

  private async connect(tx: Transaction, request: ContactRequest): Promise<string> {
    const sender = { personId: request.fromPersonId, organizationId: request.fromOrganizationId };
    const seats = await this.organizations.activeSeatsOf([sender.personId], tx);
    if (!seats.some((seat) => isSameSeat(seat, sender))) throw new ContactRefused('sender-left');
    const own = { personId: tx.actor.personId, organizationId: actingOrganization(tx.actor).id };
    const { message: text, language } = request;
    const fact = { code: 'contact.message', text, language, organizationId: sender.organizationId };
    return this.conversations.between(tx, sender, own, [fact]);
  }

  private announce(
    tx: Transaction,
    verb: ContactRequestVerb,
    request: ContactRequest,
    conversationId: string | null,
  ): void {
    const { id: aggregateId, version, fromPersonId, fromOrganizationId } = request;
    const source = { aggregateType: 'contact-request', aggregateId, seq: version + 1 };
    const from = { fromPersonId, fromOrganizationId };
    if (conversationId !== null) tx.emit('contact-request.accepted', source, { ...from, conversationId });
    else if (verb === 'decline') tx.emit('contact-request.declined', source, from);
    else tx.emit('contact-request.withdrawn', source, {});
  }
}
