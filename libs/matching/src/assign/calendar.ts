/** A round of meetings: who asked to meet whom, and who is free when. */
export interface MeetingRound {
  readonly buyers: number;
  readonly sellers: number;
  readonly slots: number;
  readonly requests: readonly MeetingRequest[];
  /** 1 where the buyer is free: `buyer · slots + slot`. */
  readonly buyerFree: Uint8Array;
  readonly sellerFree: Uint8Array;
}

export interface MeetingRequest {
  readonly buyer: number;
  readonly seller: number;
  /** What the meeting is worth; 0 or less: never. */
  readonly weight: number;
}

/** In no slot. */
export const UNPLACED = -1;

/** Which meeting stands where; nobody is in two meetings at once, or in one when not free. */
export class Calendar {
  /** By request: its slot, or `UNPLACED`. */
  readonly slotOf: Int16Array;
  private readonly ofBuyer: Int32Array;
  private readonly ofSeller: Int32Array;

  constructor(
    readonly round: MeetingRound,
    placed?: Int16Array,
  ) {
    this.slotOf = new Int16Array(round.requests.length).fill(UNPLACED);
    this.ofBuyer = new Int32Array(round.buyers * round.slots).fill(UNPLACED);
    this.ofSeller = new Int32Array(round.sellers * round.slots).fill(UNPLACED);
    for (const [request, slot] of (placed ?? []).entries())
      if (slot !== UNPLACED && this.canStand(request, slot)) this.place(request, slot);
  }

  /** Both are free in this slot, whatever they have planned. */
  suits(request: number, slot: number): boolean {
    const { requests, slots, buyerFree, sellerFree } = this.round;
    const { buyer, seller } = requests[request]!;
    return buyerFree[buyer * slots + slot] === 1 && sellerFree[seller * slots + slot] === 1;
  }

  /** Both are free and have nothing planned. */
  canStand(request: number, slot: number): boolean {
    return this.suits(request, slot) && this.inTheWay(request, slot).length === 0;
  }

  /** The meetings, at most two, that keep a request from a slot that suits it. */
  inTheWay(request: number, slot: number): number[] {
    const { buyer, seller } = this.round.requests[request]!;
    const { slots } = this.round;
    return [this.ofBuyer[buyer * slots + slot]!, this.ofSeller[seller * slots + slot]!].filter(
      (other) => other !== UNPLACED,
    );
  }

  place(request: number, slot: number): void {
    const { buyer, seller } = this.round.requests[request]!;
    this.slotOf[request] = slot;
    this.ofBuyer[buyer * this.round.slots + slot] = request;
    this.ofSeller[seller * this.round.slots + slot] = request;
  }

  lift(request: number): void {
    const slot = this.slotOf[request]!;
    if (slot === UNPLACED) return;
    const { buyer, seller } = this.round.requests[request]!;
    this.ofBuyer[buyer * this.round.slots + slot] = UNPLACED;
    this.ofSeller[seller * this.round.slots + slot] = UNPLACED;
    this.slotOf[request] = UNPLACED;
  }

  move(request: number, slot: number): void {
    this.lift(request);
    if (slot !== UNPLACED) this.place(request, slot);
  }

  /** Buyer and seller have each a free slot with nothing in it. */
  haveRoom(request: number): boolean {
    const { requests, slots, buyerFree, sellerFree } = this.round;
    const { buyer, seller } = requests[request]!;
    const hasIdle = (of: Int32Array, free: Uint8Array, party: number): boolean => {
      for (let at = party * slots; at < (party + 1) * slots; at += 1)
        if (free[at] === 1 && of[at] === UNPLACED) return true;
      return false;
    };
    return hasIdle(this.ofBuyer, buyerFree, buyer) && hasIdle(this.ofSeller, sellerFree, seller);
  }

  get value(): number {
    return this.round.requests.reduce(
      (sum, { weight }, request) => (this.slotOf[request] === UNPLACED ? sum : sum + weight),
      0,
    );
  }
}
