import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { type OrganizationCard, OrganizationsReader } from '#libs/organizations';
import { Cursors } from '#libs/platform/http';
import { CallStandingReader } from '../app/call-standing.reader.js';
import { CallsReader, type CallPlace, placeOf } from '../app/calls.reader.js';
import type { Call, CallVersion } from '../domain/call.js';
import { abilitiesFor } from '../domain/call.policy.js';
import { CONTENT_FIELDS } from '../domain/call-content.js';
import type { CallContent } from '../domain/call-terms.js';
import type { ListCallsQuery } from './call-query.dto.js';
import type {
  CallCardResponse,
  CallHistoryResponse,
  CallOrganizationResponse,
  CallPageResponse,
  CallResponse,
  CallTermsResponse,
  CallVersionResponse,
  CallVersionTermsResponse,
} from './call-response.dto.js';

/** Calls as they are answered, with the names of who runs them and decides: one query for all. */
@Injectable()
export class PresentCalls {
  constructor(
    private readonly calls: CallsReader,
    private readonly standings: CallStandingReader,
    private readonly organizations: OrganizationsReader,
    private readonly cursors: Cursors,
  ) {}

  async page(
    actor: Actor,
    { phase = 'open', mine = false, forUs = false, theme = [], cursor, limit }: ListCallsQuery,
  ): Promise<CallPageResponse> {
    const themes = theme.toSorted();
    const shelf = `${mine ? 'mine' : phase}${forUs ? ' for-us' : ''} ${themes.join(',')}`;
    const scope = `calls ${actor.organization?.id} ${shelf}`;
    const after = this.cursors.read<CallPlace>(cursor, scope);
    const rows = await this.calls.list(actor, { phase, mine, forUs, themes }, after, limit + 1);
    const { items, nextCursor } = this.cursors.page(rows, limit, scope, placeOf);
    const names = await this.organizations.cards(items.map(({ organizationId }) => organizationId));
    return { items: items.map((call) => cardOf(call, names)), nextCursor };
  }

  async one(actor: Actor, call: Call): Promise<CallResponse> {
    const { organizationId, content } = call;
    const [names, standing] = await Promise.all([
      this.organizations.cards([organizationId, ...content.decidingOrganizationIds]),
      this.standings.of(actor, call),
    ]);
    return {
      ...cardOf(call, names),
      terms: toTerms(content),
      deciders: content.decidingOrganizationIds.flatMap((id) => nameOf(names, id) ?? []),
      createdAt: call.createdAt.toISOString(),
      updatedAt: call.updatedAt.toISOString(),
      stateSince: call.stateSince.toISOString(),
      publishedAt: call.publishedAt?.toISOString() ?? null,
      serverTime: (await this.calls.now()).toISOString(),
      ...standing,
      abilities: abilitiesFor(actor, call),
    };
  }

  async history(actor: Actor, id: string): Promise<CallHistoryResponse> {
    const { versions, steps } = await this.calls.history(actor, id);
    return {
      versions: versions.map(toVersion),
      steps: steps.map(({ verb, fromState, toState, stage, reason, at }) => ({
        ...{ verb, fromState, toState, stage, reason },
        at: at.toISOString(),
      })),
    };
  }

  async version(actor: Actor, id: string, number: number): Promise<CallVersionTermsResponse> {
    const version = await this.calls.version(actor, id, number);
    return { ...toVersion(version), terms: toTerms(version.content) };
  }
}

type Names = ReadonlyMap<string, OrganizationCard>;

function cardOf(call: Call, names: Names): CallCardResponse {
  const { id, organizationId, state, version, number, content, window, isOpen } = call;
  const { title, summary, language, translations, themes, zone, stages } = content;
  return {
    ...{ id, title, summary, language, zone, state, version, number },
    organization: nameOf(names, organizationId),
    translations: [...translations],
    themes: [...themes],
    stageKeys: stages.map(({ key }) => key),
    window: window && {
      stage: window.key,
      opensAt: window.opensAt.toISOString(),
      closesAt: window.closesAt.toISOString(),
      isOpen,
    },
  };
}

/** The lists of a content are read-only, those of an answer are plain: the same values. */
function toTerms(content: CallContent): CallTermsResponse {
  return structuredClone(content) as CallTermsResponse;
}

function toVersion({ number, changedFields, reason, savedAt }: CallVersion): CallVersionResponse {
  const changed = CONTENT_FIELDS.filter((field) => changedFields.includes(field));
  return { number, changed, reason, at: savedAt.toISOString() };
}

function nameOf(names: Names, id: string): CallOrganizationResponse | null {
  const card = names.get(id);
  if (!card) return null;
  const { slug, name, nameLocal, kind, country, fictional } = card;
  return { id: card.id, slug, name, nameLocal, kind, country, fictional };
}
