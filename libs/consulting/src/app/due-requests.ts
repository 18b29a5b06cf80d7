import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { ConsultingRequestRepository } from '../data/consulting-request.repository.js';
import { ExpertInvitationRepository } from '../data/expert-invitation.repository.js';
import type { ConsultingRequest } from '../domain/consulting-request.js';
import { whyUnanswered } from '../domain/expert-invitation.js';
import { MOST_LATE_ROUNDS } from '../domain/request-states.js';
import { OpenQuotes } from './open-quotes.js';
import { RequestClocks } from './request-clocks.js';
import { RequestMoves, sourceOf } from './request-moves.js';

/** What time does to requests. Called by jobs, which may come late or twice: the row says what is due. */
@Injectable()
export class DueRequests {
  constructor(
    private readonly requests: ConsultingRequestRepository,
    private readonly invitations: ExpertInvitationRepository,
    private readonly moves: RequestMoves,
    private readonly clocks: RequestClocks,
    private readonly openQuotes: OpenQuotes,
  ) {}

  async move(tx: Transaction, requestId: string): Promise<void> {
    const request = await this.requests.lock(tx, requestId, null);
    if (!request?.dueAt || request.dueAt > (await this.requests.now(tx))) return;
    switch (request.state) {
      case 'submitted':
      case 'triage':
        await this.beLate(tx, request);
        break;
      case 'need_info':
        await this.moves.make(tx, request, 'lapse');
        break;
      case 'matching':
        await this.openQuotes.giveBack(tx, request);
        break;
      case 'quoting':
        await (request.quotesOpenedAt ? this.askForChoice(tx, request) : this.openQuotes.open(tx, request));
        break;
      default:
        throw new Error(`A clock runs for a request that is ${request.state}.`);
    }
  }

  /** Asks again for what the secretariat wants to know. */
  async remind(tx: Transaction, requestId: string): Promise<void> {
    const request = await this.requests.lock(tx, requestId, null);
    if (request?.state !== 'need_info') return;
    tx.emit('consulting-request.information-reminded', sourceOf(request), {});
  }

  /** Both sides are told, and the clock starts again; the third time whoever asked is told why nobody answers. */
  private async beLate(tx: Transaction, request: ConsultingRequest): Promise<void> {
    const lateRounds = request.lateRounds + 1;
    if (lateRounds >= MOST_LATE_ROUNDS) {
      const asked = await this.invitations.ofRequest(tx, request.id);
      await this.moves.make(tx, request, 'leave-unanswered', { code: whyUnanswered(asked) });
      return;
    }
    const clock = await this.clocks.deskClock(tx, request, await this.requests.now(tx));
    const late = await this.moves.mark(tx, request, { ...clock, lateRounds });
    tx.emit('consulting-request.overdue', sourceOf(late), {});
    tx.emit('consulting-request.delayed', sourceOf(late), {});
  }

  private async askForChoice(tx: Transaction, request: ConsultingRequest): Promise<void> {
    const asked = await this.moves.mark(tx, request, { dueAt: null });
    tx.emit('consulting-request.choice-reminded', sourceOf(asked), {});
  }
}
