import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization } from '#libs/kernel';
import { Database, type Transaction } from '#libs/platform/database';
import { ConsultingRequestRepository } from '../data/consulting-request.repository.js';
import { ConsultingStoryRepository } from '../data/consulting-story.repository.js';
import type { ConsultingStep } from '../domain/consulting-step.js';
import type { ConsultingRequest } from '../domain/consulting-request.js';
import {
  abilitiesFor,
  type ConsultingRequestAbilities,
  relationTo,
} from '../domain/consulting-request.policy.js';
import {
  CONSULTING_REQUEST_STATES,
  type ConsultingRequestState,
  type ConsultingRequestVerb,
} from '../domain/request-states.js';
import { ConsultingRequestAccess, type TiedRequest } from './consulting-request-access.js';

/** Beyond this a total says "or more". */
const TOTAL_CAP = 1000;

/** All reads of consulting requests. */
@Injectable()
export class ConsultingRequestsReader {
  constructor(
    private readonly database: Database,
    private readonly requests: ConsultingRequestRepository,
    private readonly access: ConsultingRequestAccess,
    private readonly story: ConsultingStoryRepository,
  ) {}

  /** For other features: requests by id, in any state, unknown ids left out. Asks no permission. */
  async byIds(ids: readonly string[]): Promise<Map<string, ConsultingRequest>> {
    const found = ids.length === 0 ? [] : await this.requests.findMany(this.database, ids);
    return new Map(found.map((request) => [request.id, request]));
  }

  /** The same, as they stay until `tx` ends. */
  async heldByIds(tx: Transaction, ids: readonly string[]): Promise<Map<string, ConsultingRequest>> {
    const found = ids.length === 0 ? [] : await this.requests.hold(tx, ids);
    return new Map(found.map((held) => [held.id, held]));
  }

  /**
   * For other features: what consultants may come to by themselves, of these organizations or of all, by id. Asks no
   * permission.
   */
  async submitted(organizationIds: readonly string[] | null = null): Promise<ConsultingRequest[]> {
    return this.requests.open(this.database, organizationIds);
  }

  /** One request the actor may read. */
  async one(actor: Actor, id: string): Promise<TiedRequest> {
    return this.access.load(actor, 'read', id);
  }

  /** One request the actor may read, and what the actor may do with it. */
  async withAbilities(
    actor: Actor,
    id: string,
  ): Promise<{ request: ConsultingRequest; abilities: ConsultingRequestAbilities }> {
    const { request, ties } = await this.access.load(actor, 'read', id);
    return { request, abilities: abilitiesFor(actor, request, ties) };
  }

  /** The steps of a request, oldest first; whoever stands outside reads questions and what was answered to them. */
  async history(actor: Actor, id: string): Promise<{ steps: ConsultingStep[]; isInside: boolean }> {
    const { request } = await this.access.load(actor, 'read', id);
    const relation = relationTo(actor, request);
    const isInside = relation === 'own' || relation === 'secretariat';
    const steps = await this.story.list(this.database, id);
    return { isInside, steps: isInside ? steps : steps.filter(({ verb }) => FOR_ALL.includes(verb)) };
  }

  /** Requests of the acting organization, newest first, after the one with id `after`; of all states if none is named. */
  async own(
    actor: Actor,
    filter: { states: readonly ConsultingRequestState[]; after: string | undefined; limit: number },
  ): Promise<ConsultingRequest[]> {
    return this.requests.slice(this.database, {
      organizationId: actingOrganization(actor).id,
      states: orAll(filter.states),
      after: filter.after ?? null,
      limit: filter.limit,
    });
  }

  /** How many {@link own} would list, counted up to 1,000. */
  async countOwn(
    actor: Actor,
    states: readonly ConsultingRequestState[],
  ): Promise<{ total: number; totalCapped: boolean }> {
    const { id } = actingOrganization(actor);
    const total = await this.requests.count(this.database, id, orAll(states), TOTAL_CAP + 1);
    return { total: Math.min(total, TOTAL_CAP), totalCapped: total > TOTAL_CAP };
  }
}

/** What experts need to know of the steps before them. */
const FOR_ALL: readonly ConsultingRequestVerb[] = ['ask-information', 'give-information'];

function orAll(states: readonly ConsultingRequestState[]): readonly ConsultingRequestState[] {
  return states.length > 0 ? states : CONSULTING_REQUEST_STATES;
}
