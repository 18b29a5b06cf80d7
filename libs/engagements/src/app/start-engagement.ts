import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ConsultingMoves, type SelectedQuote, SelectedQuotes } from '#libs/consulting';
import { canonicalJson } from '#libs/kernel';
import { OpenConversation } from '#libs/messaging';
import { newId, type Transaction } from '#libs/platform/database';
import { DeliverableRepository } from '../data/deliverable.repository.js';
import { EngagementRepository, type NewParty } from '../data/engagement.repository.js';
import { type EngagementTerms, nextToSign, SIGNATURE_DAYS } from '../domain/engagement.js';
import { EngagementTimers } from './engagement-timers.js';
import { tellParties } from './tell-parties.js';

const ALL = 10_000;

/**
 * Turns a selected quote into an agreement to be signed, and opens the conversation of those who are to work together.
 * However often it is asked to, one request has one engagement.
 */
@Injectable()
export class StartEngagement {
  constructor(
    private readonly quotes: SelectedQuotes,
    private readonly engagements: EngagementRepository,
    private readonly deliverables: DeliverableRepository,
    private readonly conversation: OpenConversation,
    private readonly timers: EngagementTimers,
    private readonly requests: ConsultingMoves,
  ) {}

  async execute(tx: Transaction, requestId: string): Promise<void> {
    await this.engagements.takeTurn(tx, requestId);
    if (await this.engagements.isStarted(tx, requestId)) return;
    const quote = await this.quotes.of(tx, requestId);
    // Taken back since.
    if (!quote) return;
    const terms = termsOf(quote);
    const id = newId();
    const { requester, consultant } = quote;
    const conversationId = await this.conversation.execute(tx, {
      about: { type: 'engagement', id },
      title: { text: quote.title, language: quote.requestLanguage },
      participants: [requester, consultant],
      facts: [
        {
          code: 'engagement.scope',
          text: quote.scope,
          language: quote.language,
          organizationId: consultant.organizationId,
        },
      ],
    });
    await this.engagements.insert(tx, {
      id,
      terms,
      termsHash: hashOf(terms),
      areas: quote.areas,
      isConfidential: quote.confidential,
      requester,
      consultant,
      conversationId,
      signatureDueAt: await this.timers.inDays(tx, SIGNATURE_DAYS),
    });
    await this.engagements.insertParties(tx, id, partiesOf(quote));
    await this.deliverables.insertMany(tx, id, terms.deliverables);
    await this.requests.engage(tx, requestId);
    await this.announce(tx, id);
  }

  private async announce(tx: Transaction, id: string): Promise<void> {
    const engagement = await this.engagements.find(tx, id);
    if (!engagement) throw new Error('An engagement vanished inside its transaction.');
    const parties = await this.engagements.parties(tx, id);
    await this.timers.follow(tx, engagement);
    tx.audit({
      action: 'engagement.start',
      entityType: 'engagement',
      entityId: id,
      organizationId: engagement.requester.organizationId,
      toState: engagement.state,
    });
    const first = nextToSign(parties);
    tellParties(
      tx,
      'engagement.started',
      engagement,
      parties.filter((party) => !first.includes(party)),
    );
    tellParties(tx, 'engagement.signature-due', engagement, first);
  }
}

/** The terms as they will be signed. What names no deliverable promises one: the advice itself. */
function termsOf(quote: SelectedQuote): EngagementTerms {
  const named = quote.deliverables.map(({ title, dueDay }) => ({ title, dueDay }));
  return {
    requestId: quote.requestId,
    quoteId: quote.quoteId,
    quoteVersion: quote.version,
    requestLanguage: quote.requestLanguage,
    title: quote.title,
    goal: quote.goal,
    language: quote.language,
    scope: quote.scope,
    sessions: quote.sessions,
    deliverables: named.length > 0 ? named : [{ title: quote.title, dueDay: null }],
    feeMinor: quote.feeMinor,
    taxMinor: quote.taxMinor,
    currency: quote.currency,
    requesterId: quote.requester.organizationId,
    consultantId: quote.consultant.organizationId,
    costBearers: bearersOf(quote),
  };
}

/** Where nobody was named, who asks pays. */
function bearersOf({ costBearers, requester }: SelectedQuote): EngagementTerms['costBearers'] {
  if (costBearers.length === 0) return [{ organizationId: requester.organizationId, shareBasisPoints: ALL }];
  return costBearers.map(({ organizationId, shareBasisPoints }) => ({ organizationId, shareBasisPoints }));
}

/** Who advises is paid and pays nothing, so nobody could owe a share of theirs: no such quote becomes an engagement. */
function partiesOf(quote: SelectedQuote): NewParty[] {
  const bearers = bearersOf(quote);
  const shareOf = (id: string): number =>
    bearers.find(({ organizationId }) => organizationId === id)?.shareBasisPoints ?? 0;
  const { consultant, requester } = quote;
  const two = [consultant.organizationId, requester.organizationId];
  const parties: NewParty[] = [
    { organizationId: consultant.organizationId, side: 'consultant', shareBasisPoints: 0 },
    {
      organizationId: requester.organizationId,
      side: 'requester',
      shareBasisPoints: shareOf(requester.organizationId),
    },
    ...bearers
      .filter(({ organizationId }) => !two.includes(organizationId))
      .map((bearer): NewParty => ({ ...bearer, side: 'bearer' })),
  ];
  const borne = parties.reduce((sum, { shareBasisPoints }) => sum + shareBasisPoints, 0);
  if (borne !== ALL)
    throw new Error(`Quote ${quote.quoteId} has shares of ${borne} of ${ALL} that are borne.`);
  return parties;
}

/** SHA-256 of the canonical JSON, in hexadecimal. */
function hashOf(terms: EngagementTerms): string {
  return createHash('sha256').update(canonicalJson(terms)).digest('hex');
}
