import { Injectable } from '@nestjs/common';
import { CallTermsReader } from '#libs/calls';
import { PersonsReader } from '#libs/identity';
import { NotFound } from '#libs/kernel';
import { type OrganizationCard, OrganizationsReader } from '#libs/organizations';
import { Database } from '#libs/platform/database';
import { type FrozenContent, ProposalsReader, SubmittedVersions } from '#libs/proposals';
import { organizationsOf, type ReadableProposal, readableProposal } from './readable-proposal.js';
import { Redaction } from '../domain/redaction.js';

/** Whose eyes: those of a blind round see no names. */
export interface Reading {
  readonly proposalId: string;
  /** The number of the version; null for the newest. */
  readonly number: number | null;
  readonly isBlind: boolean;
}

type Handed = Parameters<typeof readableProposal>[0];

/** Loads versions of proposals for reviewers and desks. Everything a reviewer reads of a proposal comes from here. */
@Injectable()
export class ReadableProposalsLoader {
  constructor(
    private readonly database: Database,
    private readonly versions: SubmittedVersions,
    private readonly proposals: ProposalsReader,
    private readonly organizations: OrganizationsReader,
    private readonly persons: PersonsReader,
    private readonly calls: CallTermsReader,
  ) {}

  async one(reading: Reading): Promise<ReadableProposal> {
    const { version, leadId } = await this.version(reading);
    const ids = organizationsOf(version.content, leadId);
    const cards = await this.organizations.cards(ids);
    const redaction = reading.isBlind ? await this.redaction(reading.proposalId, ids, cards) : null;
    const questions = await this.questions(version.content);
    return readableProposal(version, leadId, cards, redaction, questions);
  }

  /** What a list shows of it: nothing else is made readable for a row. */
  async title(reading: Reading): Promise<string> {
    const { version, leadId } = await this.version(reading);
    const { title } = version.content;
    if (!reading.isBlind) return title;
    const ids = organizationsOf(version.content, leadId);
    return (await this.redaction(reading.proposalId, ids, await this.organizations.cards(ids))).text(title);
  }

  private async version({ proposalId, number }: Reading): Promise<{ version: Handed; leadId: string }> {
    const version =
      number === null
        ? await this.versions.newest(this.database, proposalId)
        : await this.versions.number(this.database, proposalId, number);
    const proposal = (await this.proposals.byIds([proposalId])).get(proposalId);
    if (!version || !proposal) throw new NotFound();
    return { version, leadId: proposal.organizationId };
  }

  /** Words of the form by key, from the terms under which it was handed in. */
  private async questions({ dossier }: FrozenContent): Promise<Map<string, string>> {
    if (!dossier?.callId || dossier.callVersion === null) return new Map();
    const terms = await this.calls.version(this.database, dossier.callId, dossier.callVersion);
    const asked = terms.stages.filter(({ key }) => key === dossier.stage).flatMap(({ form }) => form);
    return new Map(asked.map(({ key, words }) => [key, words]));
  }

  /** The layer for texts about a proposal, of all organizations and persons behind any of its versions. */
  async redactionOf(proposalId: string): Promise<Redaction> {
    const proposal = (await this.proposals.byIds([proposalId])).get(proposalId);
    if (!proposal) throw new NotFound();
    const versions = await this.versions.all(this.database, proposalId);
    const ids = versions.flatMap(({ content }) => organizationsOf(content, proposal.organizationId));
    return this.redaction(proposalId, [...new Set(ids)], await this.organizations.cards(ids));
  }

  private async redaction(
    proposalId: string,
    ids: readonly string[],
    cards: ReadonlyMap<string, OrganizationCard>,
  ): Promise<Redaction> {
    const [members, versions, spellings] = await Promise.all([
      Promise.all(ids.map((id) => this.organizations.membersOf(id))),
      this.versions.all(this.database, proposalId),
      this.organizations.spellingsOf(ids),
    ]);
    const dossiers = versions.flatMap(({ content }) => content.dossier ?? []);
    const persons = await this.persons.byIds([
      ...members.flat().map(({ personId }) => personId),
      ...versions.map(({ submittedBy }) => submittedBy),
      ...dossiers.flatMap(({ signOffs, letters }) => [
        ...signOffs.map(({ personId }) => personId),
        ...letters.map(({ signedBy }) => signedBy),
      ]),
    ]);
    return new Redaction({
      names: [
        ...[...cards.values()].flatMap(({ name, nameLocal, slug }) => [name, nameLocal ?? '', slug]),
        ...spellings,
        ...[...persons.values()].flatMap(({ displayName, latinName }) => [
          ...bothWays(displayName),
          ...bothWays(latinName ?? ''),
        ]),
      ],
    });
  }
}

/** Family name first and last: it is written either way. */
function bothWays(name: string): string[] {
  const words = name.split(/\s+/u).filter((word) => word !== '');
  return [name, words.toReversed().join(' '), `${words.at(-1) ?? ''} ${words.slice(0, -1).join(' ')}`.trim()];
}
