import { Injectable } from '@nestjs/common';
import { CallTermsReader, type FormQuestion } from '#libs/calls';
import type { Actor } from '#libs/kernel';
import { OrganizationsReader } from '#libs/organizations';
import { Database } from '#libs/platform/database';
import { PdfRenderer } from '#libs/platform/pdf';
import { TaxonomyCodes } from '#libs/vocabulary';
import type { FrozenContent } from '../../domain/proposal.js';
import { ProposalsReader } from '../proposals.reader.js';
import { type Names, printedProposal } from './printed-proposal.js';
import { PROPOSAL_TEMPLATE } from './proposal-template.js';

/** Puts a frozen version on paper, for whoever may read the proposal. */
@Injectable()
export class PrintProposal {
  constructor(
    private readonly proposals: ProposalsReader,
    private readonly organizations: OrganizationsReader,
    private readonly calls: CallTermsReader,
    private readonly codes: TaxonomyCodes,
    private readonly database: Database,
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
    const names = await this.names(version.content, organizationId, language);
    return this.pdf.render(PROPOSAL_TEMPLATE, {
      ...printedProposal(version, organizationId, names, language),
      language: version.content.language,
      createdAt: version.submittedAt,
    });
  }

  private async names(content: FrozenContent, leadId: string, language: string): Promise<Names> {
    const { dossier } = content;
    const ids = [leadId, ...(dossier ? [dossier.partners, dossier.letters].flat() : [])].map((one) =>
      typeof one === 'string' ? one : one.organizationId,
    );
    const cards = await this.organizations.cards(ids);
    const questions = await this.questions(content);
    return {
      organization: (organizationId) => cards.get(organizationId)?.name ?? organizationId,
      code: (code) => this.codes.label(code, language),
      question: (key) => questions.get(key)?.words ?? key,
      option: (key, option) => questions.get(key)?.options.find((one) => one.key === option)?.words ?? option,
    };
  }

  /** Those of the terms under which it was handed in. */
  private async questions({ dossier }: FrozenContent): Promise<Map<string, FormQuestion>> {
    if (!dossier?.callId || dossier.callVersion === null) return new Map();
    const terms = await this.calls.version(this.database, dossier.callId, dossier.callVersion);
    const asked = terms.stages.filter(({ key }) => key === dossier.stage).flatMap(({ form }) => form);
    return new Map(asked.map((question) => [question.key, question]));
  }
}
