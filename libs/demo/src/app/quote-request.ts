import { Injectable } from '@nestjs/common';
import { AcceptInvitation, ExpertInvitationsReader, WriteQuote } from '#libs/consulting';
import { DemoActors, dayIn } from './demo-actors.js';
import type { Directory } from './demo-directory.js';

/** What an expert of the demo offers; days from today on. */
export interface DemoQuote {
  readonly scope: string;
  readonly sessions: number;
  readonly deliverables: readonly { readonly title: string; readonly inDays: number }[];
  readonly feeMinor: number;
  readonly taxMinor: number;
  readonly currency: string;
}

const VALID_DAYS = 60;

/** Takes a request in the name of an expert, and hands in a quote. Answers the quote. */
@Injectable()
export class QuoteRequest {
  constructor(
    private readonly actors: DemoActors,
    private readonly invitations: ExpertInvitationsReader,
    private readonly accept: AcceptInvitation,
    private readonly write: WriteQuote,
  ) {}

  async execute(directory: Directory, requestId: string, expert: string, quote: DemoQuote): Promise<string> {
    const actor = await this.actors.of(directory, expert);
    const invitation = await this.invitations.ownOf(actor, requestId);
    if (!invitation) throw new Error(`${expert} was not asked.`);
    await this.accept.execute(actor, invitation.id, { noConflict: true, confidentiality: true });
    const { scope, sessions, deliverables, feeMinor, taxMinor, currency } = quote;
    const { id } = await this.write.submit(actor, requestId, {
      ...{ scope, sessions, language: 'en', costShares: [], note: null },
      deliverables: deliverables.map(({ title, inDays }) => ({ title, dueDay: dayIn(inDays) })),
      fee: { amountMinor: feeMinor, currency },
      tax: { amountMinor: taxMinor, currency },
      validUntil: dayIn(VALID_DAYS),
    });
    return id;
  }
}
