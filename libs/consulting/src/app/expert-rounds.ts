import { Injectable } from '@nestjs/common';
import { actingOrganization, nextState } from '#libs/kernel';
import { OrganizationsReader } from '#libs/organizations';
import type { EventSource, Transaction } from '#libs/platform/database';
import { defineJob, Timers } from '#libs/platform/queue';
import { ConsultingRequestRepository } from '../data/consulting-request.repository.js';
import { ExpertInvitationRepository, type InvitationAnswer } from '../data/expert-invitation.repository.js';
import type { ConsultingRequest } from '../domain/consulting-request.js';
import type { ExpertInvitation } from '../domain/expert-invitation.js';
import { ExpertNotInvitable, type NotInvitable, TooManyExperts } from '../domain/expert-invitation.errors.js';
import { invitationTransitions, type InvitationVerb } from '../domain/invitation-states.js';
import { INVITATION_DAYS, INVITATION_REMINDER_DAYS } from '../domain/request-states.js';
import { later } from './request-clocks.js';

/** Ends the wait for the answer of an expert. */
export const EXPIRE_EXPERT_INVITATION = defineJob<{ invitationId: string }>({
  name: 'expire-expert-invitation',
  queue: 'default',
});

/** Asks an expert again, two days before the end. */
export const REMIND_EXPERT = defineJob<{ invitationId: string }>({ name: 'remind-expert', queue: 'default' });

/** Invitations of experts and everything that happens to them, inside the unit of work of a verb. */
@Injectable()
export class ExpertRounds {
  constructor(
    private readonly requests: ConsultingRequestRepository,
    private readonly invitations: ExpertInvitationRepository,
    private readonly organizations: OrganizationsReader,
  ) {}

  /**
   * Asks consultancies to take a request, at most `most` at a time; `pointer` is where the caller named them.
   *
   * @throws TooManyExperts 422, ExpertNotInvitable 422
   */
  async invite(
    tx: Transaction,
    request: ConsultingRequest,
    organizationIds: readonly string[],
    { most, pointer }: { most: number; pointer: string },
  ): Promise<void> {
    const before = await this.invitations.ofRequest(tx, request.id);
    const waiting = before.filter(isAlive);
    if (waiting.length + organizationIds.length > most) throw new TooManyExperts(pointer, most);
    await this.check(tx, request, organizationIds, waiting, pointer);
    const now = await this.requests.now(tx);
    for (const organizationId of organizationIds) await this.ask(tx, request, organizationId, now);
  }

  /** @throws WrongState 409, StaleVersion 412 */
  async move(
    tx: Transaction,
    request: ConsultingRequest,
    invitation: ExpertInvitation,
    verb: Exclude<InvitationVerb, 'invite-again'>,
    answer: InvitationAnswer = {},
  ): Promise<ExpertInvitation> {
    const to = nextState(invitationTransitions, invitation.state, verb);
    const isExpert = verb === 'accept' || verb === 'decline';
    await this.invitations.move(tx, invitation, to, answer, isExpert ? tx.actor.personId : null);
    const moved = await this.invitations.get(tx, invitation.id);
    await dropTimers(tx, invitation.id);
    audit(tx, request, moved, verb, invitation.state);
    const { organizationId: byOrganizationId, invitingOrganizationId } = moved;
    const [source, requestId] = [sourceOf(request, moved), request.id];
    if (verb === 'release')
      tx.emit('expert-invitation.released', source, { requestId, toOrganizationId: byOrganizationId });
    else
      tx.emit(ANSWERED[verb], source, {
        requestId,
        toOrganizationId: invitingOrganizationId,
        byOrganizationId,
      });
    return moved;
  }

  /** Nobody needs to answer any more, or to work on a quote; those in `told` know by their quote. */
  async releaseAll(tx: Transaction, request: ConsultingRequest, told: readonly string[]): Promise<void> {
    for (const invitation of await this.invitations.ofRequest(tx, request.id)) {
      const isUntold = isAlive(invitation) && !told.includes(invitation.organizationId);
      if (isUntold) await this.move(tx, request, invitation, 'release');
    }
  }

  /** True while somebody may still answer, or work on a quote. */
  async isAnybodyLeft(tx: Transaction, request: ConsultingRequest): Promise<boolean> {
    return (await this.invitations.ofRequest(tx, request.id)).some(isAlive);
  }

  private async check(
    tx: Transaction,
    request: ConsultingRequest,
    organizationIds: readonly string[],
    waiting: readonly ExpertInvitation[],
    pointer: string,
  ): Promise<void> {
    const cards = await this.organizations.cards(organizationIds, tx);
    const asked = new Set(waiting.map(({ organizationId }) => organizationId));
    const bearers = new Set(request.costBearers.map(({ organizationId }) => organizationId));
    const wrong = organizationIds.flatMap((id, index): { index: number; code: NotInvitable }[] => {
      const card = cards.get(id);
      const isExpert =
        card?.kind === 'consultancy' && card.state === 'active' && id !== request.organizationId;
      if (!isExpert) return [{ index, code: 'not-a-consultancy' }];
      if (bearers.has(id)) return [{ index, code: 'bears-the-cost' }];
      return asked.has(id) ? [{ index, code: 'asked-already' }] : [];
    });
    if (wrong.length > 0) throw new ExpertNotInvitable(pointer, wrong);
  }

  private async ask(
    tx: Transaction,
    request: ConsultingRequest,
    organizationId: string,
    now: Date,
  ): Promise<void> {
    const { id: requestId } = request;
    const dueAt = later(now, INVITATION_DAYS);
    const invitingOrganizationId = actingOrganization(tx.actor).id;
    const id = await this.invitations.invite(tx, {
      requestId,
      organizationId,
      invitingOrganizationId,
      dueAt,
    });
    const payload = { invitationId: id };
    await Timers.set(tx, EXPIRE_EXPERT_INVITATION, { key: expiryOf(id), dueAt, payload });
    const remindAt = later(dueAt, -INVITATION_REMINDER_DAYS);
    await Timers.set(tx, REMIND_EXPERT, { key: reminderOf(id), dueAt: remindAt, payload });
    const invited = await this.invitations.get(tx, id);
    audit(tx, request, invited, 'send', null);
    tx.emit('expert-invitation.sent', sourceOf(request, invited), {
      requestId,
      toOrganizationId: organizationId,
    });
  }
}

const ANSWERED = {
  accept: 'expert-invitation.accepted',
  decline: 'expert-invitation.declined',
  expire: 'expert-invitation.expired',
} as const;

/** True while an expert may answer or quote. */
export function isAlive({ state }: ExpertInvitation): boolean {
  return state === 'invited' || state === 'accepted';
}

/** The invitation as the aggregate of an event. */
export function sourceOf(request: ConsultingRequest, { id, version }: ExpertInvitation): EventSource {
  return {
    aggregateType: 'expert_invitation',
    aggregateId: id,
    seq: version,
    organizationId: request.organizationId,
  };
}

function audit(
  tx: Transaction,
  request: ConsultingRequest,
  invitation: ExpertInvitation,
  verb: string,
  fromState: string | null,
): void {
  tx.audit({
    action: `expert-invitation.${verb}`,
    entityType: 'expert_invitation',
    entityId: invitation.id,
    organizationId: request.organizationId,
    fromState,
    toState: invitation.state,
  });
}

async function dropTimers(tx: Transaction, id: string): Promise<void> {
  await Timers.drop(tx, expiryOf(id));
  await Timers.drop(tx, reminderOf(id));
}

const expiryOf = (id: string): string => `expert-expiry:${id}`;
const reminderOf = (id: string): string => `expert-reminder:${id}`;
