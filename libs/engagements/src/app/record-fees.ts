import { Injectable } from '@nestjs/common';
import { type Actor, NotFound } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform/database';
import { LedgerRepository } from '../data/ledger.repository.js';
import { type Engagement, type Party, partsOf } from '../domain/engagement.js';
import {
  NotAPayer,
  NothingToRecord,
  NotReversible,
  NotWorking,
  ReferenceTaken,
  TooMuch,
} from '../domain/engagement.errors.js';
import { isWorking } from '../domain/engagement-states.js';
import {
  balanceOf,
  type EntryKind,
  invoicePostings,
  type LedgerEntry,
  paymentPostings,
  type Posting,
  reversedPostings,
  saysTheSame,
} from '../domain/ledger.js';
import { actingSide, EngagementAccess } from './engagement-access.js';
import { EngagementMoves } from './engagement-moves.js';
import { tellOf } from './tell-parties.js';

/** An amount of one payer, under the number of its paper. */
interface Fact {
  readonly partyId: string;
  readonly reference: string;
  readonly day: string;
}
export interface InvoiceFact extends Fact {
  /** Minor units of the currency that was agreed on. */
  readonly feeMinor: number;
  readonly taxMinor: number;
}
export interface PaymentFact extends Fact {
  readonly amountMinor: number;
}

interface Desk {
  readonly engagement: Engagement;
  readonly parties: readonly Party[];
  readonly entries: readonly LedgerEntry[];
}

/**
 * The consultant records what was invoiced and what was paid; no payment is processed. A reference stands for one fact:
 * recording it again changes nothing, and another fact under it is refused. Nothing is edited, only taken back.
 *
 * @throws NotFound, WrongSide 403, NotWorking 409, ReferenceTaken 409, NotReversible 409, NotAPayer 422,
 *   NothingToRecord 422, TooMuch 422, StaleVersion 412
 */
@Injectable()
export class RecordFees {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: EngagementAccess,
    private readonly ledger: LedgerRepository,
    private readonly moves: EngagementMoves,
  ) {}

  async invoice(actor: Actor, id: string, fact: InvoiceFact, version?: number): Promise<void> {
    await this.record(actor, id, { version }, async (tx, desk) => {
      const postings = invoicePostings(fact.feeMinor, fact.taxMinor);
      if (this.isKnown(desk, 'invoiced', fact, postings)) return;
      const { terms } = desk.engagement;
      const agreed = partsOf(terms.feeMinor + terms.taxMinor, desk.parties).get(fact.partyId);
      if (agreed === undefined) throw new NotAPayer();
      if (postings.length === 0) throw new NothingToRecord();
      const { invoicedMinor } = balanceOf(ofPayer(desk, fact.partyId));
      if (invoicedMinor + fact.feeMinor + fact.taxMinor > agreed)
        throw new TooMuch('ledger/more-than-agreed');
      await this.add(tx, desk, { ...fact, kind: 'invoiced', reversesId: null, reason: null, postings });
    });
  }

  async payment(actor: Actor, id: string, fact: PaymentFact, version?: number): Promise<void> {
    await this.record(actor, id, { version }, async (tx, desk) => {
      const postings = paymentPostings(fact.amountMinor);
      if (this.isKnown(desk, 'paid', fact, postings)) return;
      if (!desk.parties.some((party) => party.id === fact.partyId)) throw new NotAPayer();
      if (fact.amountMinor === 0) throw new NothingToRecord();
      const { outstandingMinor } = balanceOf(ofPayer(desk, fact.partyId));
      if (fact.amountMinor > outstandingMinor) throw new TooMuch('ledger/more-than-owed');
      await this.add(tx, desk, { ...fact, kind: 'paid', reversesId: null, reason: null, postings });
    });
  }

  async reverse(
    actor: Actor,
    id: string,
    { entryId, reason }: { entryId: string; reason: string },
    version?: number,
  ): Promise<void> {
    await this.record(actor, id, { version, entryId }, async (tx, desk) => {
      const entry = desk.entries.find((one) => one.id === entryId);
      if (!entry) throw new NotFound();
      const isReversed = desk.entries.some(({ reversesId }) => reversesId === entryId);
      if (isReversed || entry.kind === 'reversal') throw new NotReversible();
      const postings = reversedPostings(entry.postings);
      const after = balanceOf([...ofPayer(desk, entry.partyId), { ...entry, postings }]);
      // What was paid stays backed by an invoice: take the payment back first.
      if (after.outstandingMinor < 0) throw new NotReversible();
      const { partyId, reference, day } = entry;
      const taken = `${entry.kind}:${reference}`;
      await this.add(tx, desk, {
        partyId,
        day,
        kind: 'reversal',
        reference: taken,
        reversesId: entryId,
        reason,
        postings,
      });
    });
  }

  private async record(
    actor: Actor,
    id: string,
    { version, entryId = null }: { version: number | undefined; entryId?: string | null },
    work: (tx: Transaction, desk: Desk) => Promise<void>,
  ): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const opened = await this.access.lock(tx, id, version);
      const { engagement, parties } = opened;
      const entries = await this.ledger.ofEngagement(tx, id);
      if (entryId !== null && !entries.some((entry) => entry.id === entryId)) throw new NotFound();
      actingSide(opened, 'consultant');
      const { state } = engagement;
      if (!isWorking(state) && state !== 'accepted' && state !== 'closed') throw new NotWorking(state);
      await work(tx, { engagement, parties, entries });
    });
  }

  /** True when this very fact stands; a fact that was taken back may not come again under its reference. */
  private isKnown({ entries }: Desk, kind: EntryKind, fact: Fact, postings: readonly Posting[]): boolean {
    const known = entries.find((entry) => entry.kind === kind && entry.reference === fact.reference);
    if (!known) return false;
    const isReversed = entries.some(({ reversesId }) => reversesId === known.id);
    if (isReversed || !saysTheSame(known, { ...fact, postings })) throw new ReferenceTaken();
    return true;
  }

  private async add(
    tx: Transaction,
    { engagement, parties }: Desk,
    entry: Omit<LedgerEntry, 'id' | 'createdAt'>,
  ): Promise<void> {
    const entryId = await this.ledger.insert(tx, engagement.id, engagement.terms.currency, entry);
    const touched = await this.moves.touch(tx, engagement, `ledger-${entry.kind}`);
    const payer = parties.find(({ id }) => id === entry.partyId);
    if (payer) tellOf(tx, 'ledger-entry.recorded', touched, payer.organizationId, entryId);
  }
}

const ofPayer = ({ entries }: Desk, partyId: string): LedgerEntry[] =>
  entries.filter((entry) => entry.partyId === partyId);
