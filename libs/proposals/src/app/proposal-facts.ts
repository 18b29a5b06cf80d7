import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CallTermsReader } from '#libs/calls';
import { ConversationSubjects, type ConversationSubjectSource, type SubjectFact } from '#libs/messaging';
import { OrganizationsReader } from '#libs/organizations';
import type { Reads } from '#libs/platform/database';
import { PartnerRepository } from '../data/partner.repository.js';
import { ProposalRepository } from '../data/proposal.repository.js';
import { ABOUT_PROPOSAL } from './consortium-room.js';

/** What stands beside the conversation of a consortium: the proposal, who writes it, its call and the deadline. */
@Injectable()
export class ProposalFacts implements ConversationSubjectSource, OnModuleInit {
  readonly type = ABOUT_PROPOSAL;

  constructor(
    private readonly subjects: ConversationSubjects,
    private readonly proposals: ProposalRepository,
    private readonly partners: PartnerRepository,
    private readonly organizations: OrganizationsReader,
    private readonly terms: CallTermsReader,
  ) {}

  onModuleInit(): void {
    this.subjects.register(this);
  }

  async facts(reads: Reads, id: string): Promise<readonly SubjectFact[]> {
    const proposal = await this.proposals.find(reads, id);
    if (!proposal) return [];
    const accepted = (await this.partners.of(reads, [id])).filter(({ state }) => state === 'accepted');
    const ids = [proposal.organizationId, ...accepted.map(({ organizationId }) => organizationId)];
    const cards = await this.organizations.cards(ids, reads);
    return [
      { code: 'proposal.title', text: proposal.title, href: `proposals/${id}` },
      { code: 'proposal.consortium', text: ids.flatMap((each) => cards.get(each)?.name ?? []).join(', ') },
      ...(proposal.call ? await this.factsOfCall(reads, proposal.call) : []),
    ];
  }

  private async factsOfCall(
    reads: Reads,
    { callId, stage: key }: { callId: string; stage: string },
  ): Promise<SubjectFact[]> {
    const terms = await this.terms.newest(reads, callId);
    const closesAt = terms?.stages.find((stage) => stage.key === key)?.closesAt;
    if (!terms || !closesAt) return [];
    return [
      { code: 'proposal.call', text: terms.title, href: `calls/${callId}` },
      { code: 'proposal.deadline', text: inZone(closesAt, terms.zone) },
    ];
  }
}

/** As everybody reads it who may have to: `2027-04-30 17:00 (Asia/Seoul)`. */
function inZone(at: Date, timeZone: string): string {
  const parts = {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  } as const;
  const written = new Intl.DateTimeFormat('sv-SE', { ...parts, timeZone }).format(at);
  return `${written} (${timeZone})`;
}
