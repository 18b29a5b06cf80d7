import { Injectable } from '@nestjs/common';
import { CallTitlesReader } from '#libs/calls';
import { ConsultingRequestsReader } from '#libs/consulting';
import { SavedSearchesReader } from '#libs/directory';
import { OpportunitiesReader } from '#libs/opportunities';
import { ProposalsReader } from '#libs/proposals';
import type { NoticeObject } from '../domain/notice.js';
import { WorkingTitles } from './working-titles.js';

interface Titled {
  readonly title: string;
  /** Whose people may read it; everybody where it is left out. */
  readonly organizationId?: string;
}
type Titles = ReadonlyMap<string, Titled>;

const NONE: Titles = new Map();

/** Titles of what notices are about, by the feature each belongs to. */
@Injectable()
export class ObjectTitles {
  constructor(
    private readonly proposals: ProposalsReader,
    private readonly opportunities: OpportunitiesReader,
    private readonly requests: ConsultingRequestsReader,
    private readonly savedSearches: SavedSearchesReader,
    private readonly calls: CallTitlesReader,
    private readonly working: WorkingTitles,
  ) {}

  /**
   * Titles by object id, of those that have one. One query per kind of object. The owner is given along: a
   * title is for its own people, but that of a call, and that of a project: whoever is told of it takes part.
   */
  async of(objects: readonly NoticeObject[]): Promise<Titles> {
    const idsOf = (type: string): string[] => objects.filter((one) => one.type === type).map(({ id }) => id);
    const read = async (
      type: string,
      byIds: (ids: readonly string[]) => Promise<Titles>,
    ): Promise<Titles> => {
      const ids = idsOf(type);
      return ids.length === 0 ? NONE : byIds([...new Set(ids)]);
    };
    const found = await Promise.all([
      read('proposal', (ids) => this.proposals.byIds(ids)),
      read('opportunity', (ids) => this.opportunities.byIds(ids)),
      read('consulting_request', (ids) => this.requests.byIds(ids)),
      read('saved-search', (ids) => this.savedSearches.titles(ids)),
      read('call', (ids) => this.calls.byIds(ids)),
      read('project', (ids) => this.working.ofProjects(ids)),
      read('engagement', (ids) => this.working.ofEngagements(ids)),
      read('conversation-report', (ids) => this.working.ofReports(ids)),
    ]);
    return new Map(found.flatMap((titles) => [...titles]));
  }
}
