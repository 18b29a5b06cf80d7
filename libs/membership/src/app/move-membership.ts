import { Injectable } from '@nestjs/common';
import { nextState } from '#libs/kernel';
import { SetTpoMembership } from '#libs/organizations';
import type { Transaction } from '#libs/platform/database';
import { Timers } from '#libs/platform/queue';
import { type MembershipChange, MembershipRepository, type StepNote } from '../data/membership.repository.js';
import {
  dueAfter,
  type Membership,
  type MembershipVerb,
  membershipTransitions,
  reminderBefore,
  shownMembership,
} from '../domain/membership.js';
import { databaseNow } from './database-now.js';
import { MOVE_DUE_MEMBERSHIP, REMIND_OF_FEE } from './timed-moves.js';

const EVENTS = {
  'put-to-vote': 'membership.put-to-vote',
  reject: 'membership.rejected',
  approve: 'membership.approved',
  refuse: 'membership.rejected',
  return: 'membership.returned',
  activate: 'membership.activated',
  renew: 'membership.renewed',
  'decline-ratification': 'membership.suspended',
  lapse: 'membership.suspended',
  expire: 'membership.expired',
  withdraw: 'membership.withdrawn',
} as const satisfies Record<MembershipVerb, string>;

/**
 * Moves a locked membership by one verb, inside the unit of work of whoever decided it: the state, its history, the
 * clock that moves it next, and what the network shows of the organization.
 *
 * @throws WrongState 409, StaleVersion 412
 */
@Injectable()
export class MoveMembership {
  constructor(
    private readonly memberships: MembershipRepository,
    private readonly setTpoMembership: SetTpoMembership,
  ) {}

  async execute(
    tx: Transaction,
    membership: Membership,
    verb: MembershipVerb,
    change: MembershipChange = {},
    note: StepNote = {},
  ): Promise<Membership> {
    const state = nextState(membershipTransitions, membership.state, verb);
    const { id, organizationId, termEndsAt } = { ...membership, ...change };
    const dueAt = dueAfter(state, await databaseNow(tx), termEndsAt);
    const moved = await this.memberships.save(tx, membership, state, { ...change, dueAt });
    await this.memberships.addStep(tx, moved, { ...note, verb, fromState: membership.state });
    await this.setTimers(tx, moved);
    if (shownMembership(moved) !== shownMembership(membership)) {
      await this.setTpoMembership.execute(tx, organizationId, shownMembership(moved));
    }
    tx.audit({
      action: `membership.${verb}`,
      entityType: 'tpo_membership',
      entityId: id,
      organizationId,
      fromState: membership.state,
      toState: state,
    });
    const source = { aggregateType: 'membership', aggregateId: id, seq: moved.version, organizationId };
    tx.emit(EVENTS[verb], source, {});
    return moved;
  }

  /** Sets the clock that moves and reminds of a membership next. */
  async setTimers(tx: Transaction, { id, state, dueAt }: Membership): Promise<void> {
    const [move, reminder] = [`membership:${id}`, `membership-reminder:${id}`];
    const payload = { membershipId: id };
    const remindAt = reminderBefore(state, dueAt);
    if (dueAt) await Timers.set(tx, MOVE_DUE_MEMBERSHIP, { key: move, dueAt, payload });
    else await Timers.drop(tx, move);
    if (remindAt) await Timers.set(tx, REMIND_OF_FEE, { key: reminder, dueAt: remindAt, payload });
    else await Timers.drop(tx, reminder);
  }
}
