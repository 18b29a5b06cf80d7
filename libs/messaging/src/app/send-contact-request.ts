import { Injectable } from '@nestjs/common';
import { actingOrganization, type Actor, InvalidInput } from '#libs/kernel';
import { OrganizationsReader } from '#libs/organizations';
import { newId, UnitOfWork } from '#libs/platform/database';
import { ContactRequestRepository } from '../data/contact-request.repository.js';
import { assertWithinQuota, type ContactRequest } from '../domain/contact-request.js';
import { ContactRefused } from '../domain/contact.errors.js';

export interface NewContactRequest {
  readonly toOrganizationId: string;
  /** 1 to 1,000 code points: who asks, and why them. */
  readonly message: string;
  readonly language: string | null;
}

/**
 * Asks an organization one does not know yet whether one may write to it. The secretariat, and whoever writes to it,
 * has no quota.
 *
 * @throws InvalidInput 422 for an organization that does not take part, ContactRefused 409 and 429
 */
@Injectable()
export class SendContactRequest {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly requests: ContactRequestRepository,
    private readonly organizations: OrganizationsReader,
  ) {}

  async execute(actor: Actor, input: NewContactRequest): Promise<ContactRequest> {
    const { id: organizationId, kind } = actingOrganization(actor);
    const { toOrganizationId } = input;
    if (toOrganizationId === organizationId) throw new ContactRefused('own-organization');
    const [card] = [...(await this.organizations.cards([toOrganizationId])).values()];
    const answers = card ? await this.organizations.membersOf(toOrganizationId) : [];
    if (!card || answers.length === 0)
      throw new InvalidInput([
        { pointer: '/toOrganizationId', code: 'contact-request/no-such-organization' },
      ]);

    return this.unitOfWork.run(actor, async (tx) => {
      await this.requests.lockQuota(tx, organizationId);
      const sent = await this.requests.sent(tx, organizationId, toOrganizationId);
      const isFree = kind === 'secretariat' || card.kind === 'secretariat';
      assertWithinQuota(isFree ? { ...sent, waiting: 0, withinDays: 0 } : sent);

      const id = newId();
      await this.requests.insert(tx, { id, ...input }, { personId: actor.personId, organizationId });
      tx.audit({
        action: 'contact-request.send',
        entityType: 'contact_request',
        entityId: id,
        toState: 'waiting',
      });
      const source = { aggregateType: 'contact-request', aggregateId: id, seq: 1 };
      tx.emit('contact-request.sent', source, { toOrganizationId });
      const made = await this.requests.find(tx, id, organizationId);
      if (!made) throw new Error('A contact request vanished inside its transaction.');
      return made;
    });
  }
}
