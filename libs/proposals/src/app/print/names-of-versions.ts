import { Injectable } from '@nestjs/common';
import { CallTermsReader, type FormQuestion } from '#libs/calls';
import { OrganizationsReader } from '#libs/organizations';
import { Database } from '#libs/platform/database';
import { TaxonomyCodes } from '#libs/vocabulary';
import type { FrozenContent } from '../../domain/proposal.js';
import type { Names } from './printed-proposal.js';

/** Finds the names for what frozen versions hold by id, code or key. */
@Injectable()
export class NamesOfVersions {
  constructor(
    private readonly organizations: OrganizationsReader,
    private readonly calls: CallTermsReader,
    private readonly codes: TaxonomyCodes,
    private readonly database: Database,
  ) {}

  async find(content: FrozenContent, leadId: string, language: string): Promise<Names> {
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
