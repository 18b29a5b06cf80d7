import { Injectable } from '@nestjs/common';
import { type ConversationMember, ConversationMembers, OpenConversation } from '#libs/messaging';
import { Database, type Transaction } from '#libs/platform/database';
import { ProjectRepository } from '../data/project.repository.js';
import type { Project } from '../domain/project.js';
import { ProjectPeople } from './project-people.js';

/** A project whose conversation somebody new belongs to, with everybody who works on it now. */
export interface TalkToJoin {
  readonly project: Project;
  readonly newcomer: ConversationMember;
  readonly people: readonly ConversationMember[];
}

const AT_MOST = 100;

/**
 * Who comes to an organization while its projects run talks with the others from then on, and reads what was said
 * before. A project that one person ran alone has its conversation with the second.
 */
@Injectable()
export class JoinTalk {
  constructor(
    private readonly database: Database,
    private readonly projects: ProjectRepository,
    private readonly people: ProjectPeople,
    private readonly members: ConversationMembers,
    private readonly conversations: OpenConversation,
  ) {}

  /** What there is to join for a person of an organization; nothing for those who only look on. */
  async waiting({ personId, organizationId }: ConversationMember): Promise<TalkToJoin[]> {
    const own = await this.people.of([organizationId]);
    const newcomer = own.find((member) => member.personId === personId);
    if (!newcomer) return [];
    const states = ['running', 'closing', 'suspended'] as const;
    const filter = { organizationId, side: 'takes-part' as const, states, after: null, limit: AT_MOST };
    const projects = await this.projects.list(this.database, filter);
    const partners = await this.projects.partners(
      this.database,
      projects.map(({ id }) => id),
    );
    const everybody = await this.people.of([...new Set(partners.map((partner) => partner.organizationId))]);
    return projects.map((project) => {
      const ids = partners
        .filter(({ projectId }) => projectId === project.id)
        .map((one) => one.organizationId);
      return { project, newcomer, people: everybody.filter((member) => ids.includes(member.organizationId)) };
    });
  }

  async within(tx: Transaction, { project, newcomer, people }: TalkToJoin): Promise<void> {
    const { id, title, language } = project;
    const current = await this.projects.lock(tx, id);
    if (!current) return;
    if (current.conversationId !== null) {
      await this.members.add(tx, current.conversationId, [newcomer]);
    } else if (people.length > 1) {
      const conversationId = await this.conversations.execute(tx, {
        about: { type: 'project', id },
        participants: people,
        facts: [{ code: 'project.title', text: title, language, organizationId: null }],
      });
      await this.projects.setConversation(tx, id, conversationId);
    }
  }
}
