import { Injectable } from '@nestjs/common';
import { type ConsultingRequest, ConsultingRequestsReader, isForConsultants } from '#libs/consulting';
import type { MatchSubject } from '#libs/contracts';
import { OpportunitiesReader, type Opportunity } from '#libs/opportunities';
import { type OrganizationCard, OrganizationsReader } from '#libs/organizations';
import type { Transaction } from '#libs/platform/database';
import { ProfilesReader } from '#libs/profiles';
import { type Proposal, ProposalsReader } from '#libs/proposals';
import { keyOf, type MatchSide, type SubjectRef } from '../domain/match.js';

/** What is matched, as it is today. */
export interface Subject extends MatchSide {
  /** Of the row whose change starts a run; of an organization it is the revision of its profile, 0 without one. */
  readonly version: number;
  /** To be had: handed in, published and not over, submitted, or active. */
  readonly isOpen: boolean;
  /** Ended, not only paused or taken up elsewhere: nothing can begin about it any more. */
  readonly isOver: boolean;
  /** Null for an organization, which has a name. */
  readonly title: string | null;
  /** BCP 47 of the title. */
  readonly language: string | null;
}

type SubjectsById = ReadonlyMap<string, Subject>;

/** Reads the things matches are about, whatever feature they belong to. Asks no permission. */
@Injectable()
export class SubjectsReader {
  constructor(
    private readonly organizations: OrganizationsReader,
    private readonly profiles: ProfilesReader,
    private readonly opportunities: OpportunitiesReader,
    private readonly proposals: ProposalsReader,
    private readonly requests: ConsultingRequestsReader,
  ) {}

  /** A thing of an organization that does not take part is not to be had either. */
  async one(ref: SubjectRef): Promise<Subject | undefined> {
    const subject = (await this.of([ref])).get(keyOf(ref));
    if (!subject || subject.type === 'organization') return subject;
    const owner = (await this.organizations.cards([subject.organizationId])).get(subject.organizationId);
    return { ...subject, isOpen: subject.isOpen && owner?.state === 'active' };
  }

  /** One thing as it stays until `tx` ends; an organization is held by its own door. */
  async held(tx: Transaction, { type, id }: SubjectRef): Promise<Subject | undefined> {
    if (type === 'proposal')
      return [...(await this.proposals.heldByIds(tx, [id])).values()].map(ofProposal)[0];
    if (type === 'opportunity')
      return [...(await this.opportunities.heldByIds(tx, [id])).values()].map(ofOpportunity)[0];
    if (type === 'consulting_request')
      return [...(await this.requests.heldByIds(tx, [id])).values()].map(ofRequest)[0];
    const card = (await this.organizations.cards([id], tx)).get(id);
    return card && ofOrganization(card, 0);
  }

  /** An organization and everything of it that is matched while it takes part. */
  async ofOrganization(organizationId: string): Promise<SubjectRef[]> {
    const [opportunities, proposals, requests] = await Promise.all([
      this.opportunities.publishedOf([organizationId]),
      this.proposals.submitted([organizationId]),
      this.requests.submitted([organizationId]),
    ]);
    const own = (type: MatchSubject, things: readonly { id: string }[]): SubjectRef[] =>
      things.map(({ id }) => ({ type, id }));
    return [
      { type: 'organization', id: organizationId },
      ...own('opportunity', opportunities),
      ...own('proposal', proposals),
      ...own('consulting_request', requests),
    ];
  }

  /** By {@link keyOf}, those that exist; one query per kind. */
  async of(refs: readonly SubjectRef[]): Promise<SubjectsById> {
    const read: Record<MatchSubject, (ids: readonly string[]) => Promise<Subject[]>> = {
      proposal: (ids) => this.readProposals(ids),
      opportunity: (ids) => this.readOpportunities(ids),
      consulting_request: (ids) => this.readRequests(ids),
      organization: (ids) => this.readOrganizations(ids),
    };
    const kinds = [...new Set(refs.map(({ type }) => type))];
    const found = await Promise.all(
      kinds.map((kind) => {
        const ids = refs.filter(({ type }) => type === kind).map(({ id }) => id);
        return read[kind]([...new Set(ids)]);
      }),
    );
    return new Map(found.flat().map((subject) => [keyOf(subject), subject]));
  }

  private async readProposals(ids: readonly string[]): Promise<Subject[]> {
    return [...(await this.proposals.byIds(ids)).values()].map(ofProposal);
  }

  private async readOpportunities(ids: readonly string[]): Promise<Subject[]> {
    return [...(await this.opportunities.byIds(ids)).values()].map(ofOpportunity);
  }

  private async readRequests(ids: readonly string[]): Promise<Subject[]> {
    return [...(await this.requests.byIds(ids)).values()].map(ofRequest);
  }

  private async readOrganizations(ids: readonly string[]): Promise<Subject[]> {
    const [cards, revisions] = await Promise.all([
      this.organizations.cards(ids),
      this.profiles.revisionsOf(ids),
    ]);
    return [...cards.values()].map((card) => ofOrganization(card, revisions.get(card.id) ?? 0));
  }
}

/** A decision nobody was told of yet ends nothing for others. */
function ofProposal({ id, organizationId, version, state, title, language }: Proposal): Subject {
  return {
    ...{ type: 'proposal', id, organizationId, version, title, language },
    isOpen: state === 'submitted',
    isOver: state === 'draft' || state === 'withdrawn',
  };
}

/** Who offers something paused may still say yes to those who wrote before. */
function ofOpportunity(opportunity: Opportunity): Subject {
  const { id, organizationId, version, state, deadline, title, language } = opportunity;
  const isInTime = deadline === null || deadline >= new Date().toISOString().slice(0, 10);
  return {
    ...{ type: 'opportunity', id, organizationId, version, title, language },
    isOpen: state === 'published' && isInTime,
    isOver: !isInTime || (state !== 'published' && state !== 'paused'),
  };
}

function ofRequest({
  id,
  organizationId,
  version,
  kind,
  state,
  title,
  language,
}: ConsultingRequest): Subject {
  const isOpen = isForConsultants({ kind, state });
  return {
    ...{ type: 'consulting_request', id, organizationId, version, title, language },
    ...{ isOpen, isOver: !isOpen },
  };
}

function ofOrganization({ id, state, kind }: OrganizationCard, version: number): Subject {
  const isOpen = state === 'active' && kind !== 'secretariat';
  return {
    ...{ type: 'organization', id, organizationId: id, version, title: null, language: null },
    ...{ isOpen, isOver: !isOpen },
  };
}
