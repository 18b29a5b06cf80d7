import { Injectable } from '@nestjs/common';
import { RecommendationsReader, type ShownRecommendation } from '#libs/admission';
import type { OrganizationKind } from '#libs/contracts';
import type { EntryType } from '../domain/entry.js';
import type { RankedHit } from './hits.reader.js';
import type { Attempt } from './query-attempts.js';
import { type Quotation, quotationOf } from './quotation.js';
import { BEGINNING, type MatchedBy, NO_MEANING, reasonsOf } from './reasons.js';
import { SearchVocabulary } from './search-vocabulary.js';
import { type ShownEntry, ShownEntriesReader } from './shown-entries.reader.js';

/** One row of a result. */
export interface DirectoryItem {
  readonly id: string;
  readonly type: EntryType;
  readonly organizationId: string;
  /** Of the organization it is, or belongs to. */
  readonly organizationName: string;
  readonly title: string;
  readonly titleLocal: string | null;
  readonly kind: OrganizationKind;
  readonly country: string;
  readonly city: string | null;
  /** Invented for the demonstration; always shown as such. */
  readonly fictional: boolean;
  readonly themes: readonly string[];
  readonly languages: readonly string[];
  readonly snippet: Quotation | null;
  readonly matched: readonly MatchedBy[];
  readonly lat: number | null;
  readonly lon: number | null;
  /** Organizations that vouch for this one, the oldest recommendation first. */
  readonly recommendedBy: readonly Recommender[];
}

export interface Recommender {
  readonly id: string;
  readonly name: string;
  readonly nameLocal: string | null;
}

/** Makes rows of results of what may be shown at this moment. */
@Injectable()
export class ItemsLoader {
  constructor(
    private readonly shown: ShownEntriesReader,
    private readonly vocabulary: SearchVocabulary,
    private readonly recommendations: RecommendationsReader,
  ) {}

  /** With why each was found and the words that show it. */
  async ofHits(hits: readonly RankedHit[], attempt: Attempt | undefined): Promise<DirectoryItem[]> {
    const entries = await this.shown.of(hits.map(({ id }) => id));
    const vocabulary = await this.vocabulary.current();
    const recommendations = await this.recommendationsOf(entries);
    return hits.flatMap((hit) => {
      const entry = entries.get(hit.id);
      if (!entry) return [];
      const matched = attempt ? reasonsOf(entry, hit.rank, attempt.asked.text, attempt.read) : [];
      const snippet = quotationOf(entry.texts, attempt?.read, vocabulary);
      return [{ ...itemOf(entry, recommendations.get(entry.id)), matched, snippet }];
    });
  }

  /** Of names that begin with what was typed. */
  async ofBeginnings(ids: readonly string[], typed: string): Promise<DirectoryItem[]> {
    const entries = await this.shown.of(ids);
    const recommendations = await this.recommendationsOf(entries);
    return ids.flatMap((id) => {
      const entry = entries.get(id);
      if (!entry) return [];
      const matched = reasonsOf(entry, BEGINNING, typed, NO_MEANING);
      return [{ ...itemOf(entry, recommendations.get(entry.id)), matched, snippet: null }];
    });
  }

  private async recommendationsOf(
    entries: ReadonlyMap<string, ShownEntry>,
  ): Promise<Map<string, ShownRecommendation[]>> {
    return this.recommendations.of(
      [...entries.values()].flatMap(({ id, type }) => (type === 'organization' ? [id] : [])),
    );
  }
}

function itemOf(
  entry: ShownEntry,
  recommendations: readonly ShownRecommendation[] = [],
): Omit<DirectoryItem, 'matched' | 'snippet'> {
  const { id, type, organizationId, country, lat, lon, card } = entry;
  const { title, titleLocal, kind, city, fictional, themes, languages } = card;
  return {
    id,
    type,
    organizationId,
    organizationName: entry.organization.name,
    title,
    titleLocal,
    kind,
    country,
    city,
    fictional,
    themes,
    languages,
    lat,
    lon,
    recommendedBy: recommendations.map(({ recommender: { id: by, name, nameLocal } }) => ({
      id: by,
      name,
      nameLocal,
    })),
  };
}
