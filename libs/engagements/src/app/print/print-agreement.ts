import { Injectable } from '@nestjs/common';
import { PersonsReader } from '#libs/identity';
import { type Actor, currencyExponent } from '#libs/kernel';
import { type OrganizationCard, OrganizationsReader } from '#libs/organizations';
import { PdfRenderer } from '#libs/platform/pdf';
import { type Engagement, type Party, partsOf } from '../../domain/engagement.js';
import { EngagementAccess } from '../engagement-access.js';
import { AGREEMENT_TEMPLATE } from './agreement-template.js';
import { type AgreementWords, agreementWords } from './agreement-words.js';

interface Names {
  readonly organization: (id: string) => string;
  readonly person: (id: string | null) => string;
}

/** Puts the agreement on paper, for whoever may read the engagement. */
@Injectable()
export class PrintAgreement {
  constructor(
    private readonly access: EngagementAccess,
    private readonly organizations: OrganizationsReader,
    private readonly persons: PersonsReader,
    private readonly pdf: PdfRenderer,
  ) {}

  /**
   * PDF/A with the terms, their hash and the signatures so far. The terms stay in their language; the words around them
   * are Korean where that is Korean, else English.
   *
   * @throws NotFound; MissingGlyph 422 for a character that no installed font has
   */
  async execute(actor: Actor, id: string): Promise<Buffer> {
    const { engagement, parties } = await this.access.load(actor, id);
    const cards = await this.organizations.cards(parties.map(({ organizationId }) => organizationId));
    const signers = parties.flatMap(({ signedBy }) => (signedBy === null ? [] : [signedBy]));
    const persons = await this.persons.byIds(signers);
    const words = agreementWords(engagement.language);
    const names: Names = {
      organization: (organizationId) => nameOf(cards.get(organizationId)),
      person: (personId) => (personId === null ? words.notYet : (persons.get(personId)?.displayName ?? '')),
    };
    return this.pdf.render(AGREEMENT_TEMPLATE, {
      ...printed(engagement, parties, names, words),
      language: engagement.language,
      createdAt: engagement.updatedAt,
    });
  }
}

function printed(engagement: Engagement, parties: readonly Party[], names: Names, words: AgreementWords) {
  const { terms, termsHash, requester, consultant } = engagement;
  const total = terms.feeMinor + terms.taxMinor;
  const parts = partsOf(total, parties);
  const money = (minor: number): string => amountIn(minor, terms.currency);
  const isSigned = parties.every(({ signedAt }) => signedAt !== null);
  return {
    title: words.title,
    footer: `${words.hash}: ${termsHash}`,
    head: [
      [words.subject, terms.title],
      [words.requester, names.organization(requester.organizationId)],
      [words.consultant, names.organization(consultant.organizationId)],
      [words.state, isSigned ? words.isSigned : words.isOpen],
    ],
    parts: [
      ...(terms.goal === null ? [] : [{ heading: words.goal, kind: 'text', text: terms.goal }]),
      { heading: words.scope, kind: 'text', text: terms.scope },
      {
        heading: words.deliverables,
        kind: 'table',
        head: [words.deliverable, words.due],
        rows: terms.deliverables.map(({ title, dueDay }) => [title, dueDay ?? '–']),
      },
      {
        heading: words.money,
        kind: 'facts',
        rows: [
          [words.sessions, String(terms.sessions)],
          [words.fee, money(terms.feeMinor)],
          [words.tax, money(terms.taxMinor)],
          [words.total, money(total)],
        ],
      },
      {
        heading: words.payers,
        kind: 'table',
        head: [words.organization, words.share, words.amount],
        rows: parties
          .filter(({ id }) => parts.has(id))
          .map(({ id, organizationId, shareBasisPoints }) => [
            names.organization(organizationId),
            `${shareBasisPoints / 100} %`,
            money(parts.get(id) ?? 0),
          ]),
      },
      { heading: words.rules, kind: 'text', text: words.rulesText },
      {
        heading: words.signatures,
        kind: 'table',
        head: [words.organization, words.signedBy, words.signedAt],
        rows: parties.map(({ organizationId, side, signedBy, signedAt }) => [
          `${names.organization(organizationId)}\n${words.side[side]}`,
          names.person(signedBy),
          signedAt?.toISOString().slice(0, 16).replace('T', ' ') ?? words.notYet,
        ]),
      },
    ],
  };
}

/** `1,250.00 USD`, `4,200,000 KRW`. */
function amountIn(minor: number, currency: string): string {
  const digits = currencyExponent(currency);
  const amount = new Intl.NumberFormat('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return `${amount.format(minor / 10 ** digits)} ${currency}`;
}

function nameOf(card: OrganizationCard | undefined): string {
  if (!card) return '';
  return card.nameLocal && card.nameLocal !== card.name ? `${card.name} (${card.nameLocal})` : card.name;
}
