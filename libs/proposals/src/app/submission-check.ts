import { Injectable } from '@nestjs/common';
import { type CallTerms, CallTermsReader, unmetRules } from '#libs/calls';
import type { FieldError } from '#libs/kernel';
import { OrganizationsReader } from '#libs/organizations';
import type { Reads } from '#libs/platform/database';
import { Files } from '#libs/platform/files';
import type { Annex } from '../domain/consortium.js';
import type { ProposalStage } from '../domain/dossier.js';
import type { Question } from '../domain/form-answers.js';
import { type Demands, missingForSubmission } from '../domain/missing.js';
import type { Proposal } from '../domain/proposal.js';
import type { SignedContent } from './signed-contents.js';

/** Lists what is missing before a proposal can be handed in. */
@Injectable()
export class SubmissionCheck {
  constructor(
    private readonly terms: CallTermsReader,
    private readonly files: Files,
    private readonly organizations: OrganizationsReader,
  ) {}

  /** What holds for a draft is the newest version of its call; for what was handed in the one it answered. */
  async termsFor(reads: Reads, { call, state }: Proposal): Promise<CallTerms | null> {
    if (!call) return null;
    return state === 'draft'
      ? this.terms.newest(reads, call.callId)
      : this.terms.version(reads, call.callId, call.callVersion);
  }

  /** What the call asks of a proposal in its stage; nothing of one that answers no call. */
  async formOf(reads: Reads, proposal: Proposal): Promise<readonly Question[]> {
    const terms = await this.termsFor(reads, proposal);
    return terms && proposal.call ? demandsOf(terms, proposal.call.stage).form : [];
  }

  async missing(
    reads: Reads,
    proposal: Proposal,
    content: SignedContent,
    terms: CallTerms | null,
  ): Promise<readonly FieldError[]> {
    const { dossier, sha256, partners, annexes } = content;
    return missingForSubmission({
      content: proposal,
      organizationId: proposal.organizationId,
      dossier,
      sha256,
      partners,
      unfitAnnexIds: await this.unfit(reads, annexes),
      demands: terms && proposal.call && demandsOf(terms, proposal.call.stage),
      unmetRules: terms ? await this.unmet(reads, terms, proposal.organizationId) : [],
    });
  }

  /** The rules of the call that hold by themselves, as they stand now. */
  private async unmet(reads: Reads, terms: CallTerms, organizationId: string): Promise<number[]> {
    const lead = (await this.organizations.cards([organizationId], reads)).get(organizationId);
    return lead ? unmetRules(terms.eligibility, lead) : [];
  }

  /** Quarantined since it was attached, or not what was attached. */
  private async unfit(reads: Reads, annexes: readonly Annex[]): Promise<string[]> {
    if (annexes.length === 0) return [];
    const files = await this.files.describe(
      reads,
      annexes.map(({ fileId }) => fileId),
    );
    const isFit = ({ fileId, sha256 }: Annex): boolean => {
      const file = files.get(fileId);
      return file?.sha256 === sha256 && (file.state === 'clean' || file.state === 'not_scanned');
    };
    return annexes.filter((annex) => !isFit(annex)).map(({ id }) => id);
  }
}

function demandsOf(terms: CallTerms, stageKey: ProposalStage): Demands {
  const stage = terms.stages.find(({ key }) => key === stageKey);
  return {
    form: stage?.form ?? [],
    budgetCurrency: terms.budgetCurrency,
    maxBudgetMinor: terms.maxBudgetMinor,
    isLastStage: terms.stages.at(-1)?.key === stageKey,
  };
}
