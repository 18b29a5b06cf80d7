import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import type { ProposalVersion } from '../../domain/proposal.js';
import { NamesOfVersions } from '../print/names-of-versions.js';
import { printedProposal, type PrintedProposal } from '../print/printed-proposal.js';
import { ProposalsReader } from '../proposals.reader.js';
import { type ComparedField, comparedVersions } from './version-diff.js';

export interface VersionComparison {
  readonly from: number;
  readonly to: number;
  /** BCP 47 of the proposal. */
  readonly language: string;
  readonly fields: readonly ComparedField[];
}

/** Two frozen versions of a proposal beside each other, for whoever may read it. */
@Injectable()
export class CompareVersions {
  constructor(
    private readonly proposals: ProposalsReader,
    private readonly names: NamesOfVersions,
  ) {}

  /**
   * `language` is that of the words around the texts.
   *
   * @throws NotFound
   */
  async execute(
    actor: Actor,
    id: string,
    { from, to, language }: { from: number; to: number; language: string },
  ): Promise<VersionComparison> {
    const older = await this.proposals.version(actor, id, from);
    const newer = await this.proposals.version(actor, id, to);
    const { organizationId } = await this.proposals.one(actor, id);
    const printed = async (version: ProposalVersion): Promise<PrintedProposal> => {
      const names = await this.names.find(version.content, organizationId, language);
      return printedProposal(version, organizationId, names, language);
    };
    const written = newer.content.language;
    return {
      from,
      to,
      language: written,
      fields: comparedVersions(await printed(older), await printed(newer), written),
    };
  }
}
