import { Injectable } from '@nestjs/common';
import { permissionsOf } from '#libs/contracts';
import { type ConversationMember, ConversationMembers, OpenConversation } from '#libs/messaging';
import { OrganizationsReader } from '#libs/organizations';
import type { Reads, Transaction } from '#libs/platform/database';
import { CoauthorRepository } from '../data/coauthor.repository.js';
import { PartnerRepository } from '../data/partner.repository.js';
import type { Proposal } from '../domain/proposal.js';

type Talked = Pick<Proposal, 'id' | 'organizationId' | 'title' | 'language'>;

/** What the conversation of a consortium is about, as messaging knows it. */
export const ABOUT_PROPOSAL = 'proposal';

const roomOf = ({ id }: Pick<Proposal, 'id'>): { type: string; id: string } => ({ type: ABOUT_PROPOSAL, id });

/**
 * The conversation of those who write a proposal: the people of the lead and of partners that have accepted who may
 * write, and the persons who were asked to write along. It opens with the second of them, in the transaction that lets
 * them in; who is taken off, or leaves, is out of it in the same one.
 */
@Injectable()
export class ConsortiumRoom {
  constructor(
    private readonly conversations: OpenConversation,
    private readonly members: ConversationMembers,
    private readonly organizations: OrganizationsReader,
    private readonly partners: PartnerRepository,
    private readonly coauthors: CoauthorRepository,
  ) {}

  /** A partner has accepted: its people come. */
  async admit(tx: Transaction, proposal: Talked, organizationId: string): Promise<void> {
    await this.join(tx, proposal, await this.peopleOf(tx, [organizationId]));
  }

  /** Persons come of whom the caller knows that they write along. */
  async join(tx: Transaction, proposal: Talked, newcomers: readonly ConversationMember[]): Promise<void> {
    const about = roomOf(proposal);
    if (await this.members.isOpen(tx, about)) {
      await this.members.add(tx, about, newcomers);
      return;
    }
    const participants = await this.everybody(tx, proposal);
    if (participants.length < 2) return;
    const { title: text, language } = proposal;
    const facts = [{ code: 'proposal.title', text, language, organizationId: null }];
    await this.conversations.execute(tx, { about, participants, facts, title: { text, language } });
  }

  /** A partner takes no part any more, nor does anybody who wrote along for it. */
  async dismiss(tx: Transaction, proposal: Talked, organizationId: string): Promise<void> {
    await this.members.removeOrganization(tx, roomOf(proposal), organizationId);
  }

  /** Somebody does not write along any more; who belongs to the consortium by their seat stays. */
  async part(tx: Transaction, proposal: Talked, person: ConversationMember): Promise<void> {
    const seated = await this.peopleOf(tx, [person.organizationId]);
    const about = roomOf(proposal);
    if (seated.some(({ personId }) => personId === person.personId)) return;
    if (await this.members.isOpen(tx, about)) await this.members.remove(tx, about, [person]);
  }

  /** Of these organizations those who may write proposals. */
  async peopleOf(reads: Reads, organizationIds: readonly string[]): Promise<ConversationMember[]> {
    const cards = await this.organizations.cards(organizationIds, reads);
    const people: ConversationMember[] = [];
    for (const organizationId of organizationIds) {
      const kind = cards.get(organizationId)?.kind ?? '';
      for (const { personId, role } of await this.organizations.membersOf(organizationId, reads)) {
        if (permissionsOf(kind, role).includes('proposal.update')) people.push({ personId, organizationId });
      }
    }
    return people;
  }

  private async everybody(tx: Transaction, proposal: Talked): Promise<ConversationMember[]> {
    const partners = await this.partners.of(tx, [proposal.id]);
    const accepted = partners.filter(({ state }) => state === 'accepted');
    const ids = [proposal.organizationId, ...accepted.map(({ organizationId }) => organizationId)];
    const people = await this.peopleOf(tx, ids);
    const along = (await this.coauthors.of(tx, proposal.id)).filter(({ state }) => state === 'accepted');
    const others = along.filter(
      (one) =>
        !people.some((seat) => seat.personId === one.personId && seat.organizationId === one.organizationId),
    );
    return [...people, ...others.map(({ personId, organizationId }) => ({ personId, organizationId }))];
  }
}
