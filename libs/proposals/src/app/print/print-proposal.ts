import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { PdfRenderer } from '#libs/platform/pdf';
import { ProposalsReader } from '../proposals.reader.js';
import { NamesOfVersions } from './names-of-versions.js';
import { printedProposal } from './printed-proposal.js';
import { PROPOSAL_TEMPLATE } from './proposal-template.js';

/** Puts a frozen version on paper, for whoever may read the proposal. */
@Injectable()
export class PrintProposal {
  constructor(
    private readonly proposals: ProposalsReader,
    private readonly names: NamesOfVersions,
    private readonly pdf: PdfRenderer,
  ) {}

  /**
   * PDF/A with all that was handed in and its receipt; the same version in the same language has the same bytes.
   * `language` is that of the words around it; the proposal stays in its own.
   *
   * @throws NotFound; MissingGlyph 422 for a character that no installed font has
   */
  async execute(actor: Actor, id: string, number: number, language: string): Promise<Buffer> {
    const version = await this.proposals.version(actor, id, number);
    const { organizationId } = await this.proposals.one(actor, id);
    const names = await this.names.find(version.content, organizationId, language);
    return this.pdf.render(PROPOSAL_TEMPLATE, {
      ...printedProposal(version, organizationId, names, language),
      language: version.content.language,
      createdAt: version.submittedAt,
    });
  }
}
