import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonicalJson } from '#libs/kernel';
import { isBlank, type RichText } from '#libs/contracts';
import type { Reads, Transaction } from '#libs/platform/database';
import { CoeditedDocuments } from '#libs/platform/coediting';
import { AnnexRepository } from '../data/annex.repository.js';
import { DossierRepository } from '../data/dossier.repository.js';
import { PartnerRepository } from '../data/partner.repository.js';
import { ProposalRepository } from '../data/proposal.repository.js';
import type { Annex, ProposalPartner } from '../domain/consortium.js';
import { DOCUMENT_KIND, SECTION_KEYS, type Sections, type SignedDossier } from '../domain/dossier.js';
import { isNamed } from '../domain/open-fields.js';
import { contentOf, type Proposal } from '../domain/proposal.js';
import { isWritable } from '../domain/proposal-states.js';

/** A proposal as its partners sign it. */
export interface SignedContent {
  readonly dossier: SignedDossier;
  /** Of the canonical JSON of content and dossier, in hexadecimal. */
  readonly sha256: string;
  /** In whatever state. */
  readonly partners: readonly ProposalPartner[];
  readonly annexes: readonly Annex[];
}

/** Puts together what stands in several tables, and gives it its hash. */
@Injectable()
export class SignedContents {
  constructor(
    private readonly dossiers: DossierRepository,
    private readonly partners: PartnerRepository,
    private readonly annexes: AnnexRepository,
    private readonly proposals: ProposalRepository,
    private readonly documents: CoeditedDocuments,
  ) {}

  async of(reads: Reads, proposal: Proposal): Promise<SignedContent> {
    const { id, call } = proposal;
    const written = await this.dossiers.of(reads, id);
    const partners = await this.partners.of(reads, [id]);
    const annexes = await this.annexes.of(reads, id);
    const dossier: SignedDossier = {
      ...written,
      sections: await this.sections(reads, proposal),
      callId: call?.callId ?? null,
      callVersion: call?.callVersion ?? null,
      stage: call?.stage ?? null,
      partners: partners
        .filter(({ state }) => state === 'accepted')
        .map(({ organizationId, task, shareMinor }) => ({ organizationId, task, shareMinor })),
      annexes: annexes.map(({ fileId, title, questionKey, sha256 }) => ({
        fileId,
        title,
        questionKey,
        sha256,
      })),
    };
    return { dossier, sha256: hashOf({ ...contentOf(proposal), dossier }), partners, annexes };
  }

  /** Nobody writes its sections from now on: what {@link of} reads afterwards in `tx` is all there is. */
  async seal(tx: Transaction, proposalId: string): Promise<void> {
    await this.documents.seal(tx, DOCUMENT_KIND, proposalId);
  }

  /** What cannot be written on is as it was handed in. */
  private async sections(reads: Reads, { id, state, receipt, reopenedFields }: Proposal): Promise<Sections> {
    const written = writtenIn(await this.documents.read(reads, DOCUMENT_KIND, id));
    const isOpen = (key: string): boolean =>
      isWritable(state) && (reopenedFields === null || isNamed(reopenedFields, `sections/${key}`));
    if (receipt === null || SECTION_KEYS.every(isOpen)) return written;
    const [newest] = await this.proposals.newestVersions(reads, [id]);
    const frozen = newest?.content.dossier?.sections ?? {};
    const sections = SECTION_KEYS.map((key) => [key, isOpen(key) ? written[key] : frozen[key]] as const);
    return Object.fromEntries(sections.filter(([, text]) => text !== undefined));
  }
}

/** SHA-256 of the canonical JSON, in hexadecimal. */
export function hashOf(content: object): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

function writtenIn(fields: Record<string, RichText> | null): Sections {
  const sections = SECTION_KEYS.map((key) => [key, fields?.[key]] as const);
  return Object.fromEntries(sections.filter(([, text]) => text !== undefined && !isBlank(text)));
}
