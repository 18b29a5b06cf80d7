import { Injectable } from '@nestjs/common';
import { type MergedLine, type MergedPair, MergePart } from '#libs/organizations';
import type { Transaction } from '#libs/platform/database';
import { Timers } from '#libs/platform/queue';
import { EntryRepository } from '../data/entry.repository.js';
import { ProfileRepository } from '../data/profile.repository.js';
import { FactCalendar, staleFactsKey } from './fact-calendar.js';
import { announceChange } from './profile-changed.js';

/**
 * Where the organization that goes on has stated nothing, the whole profile goes over. Else its own profile stands
 * and takes the entries it does not have yet, as far as there is room; files go with their entries.
 */
@Injectable()
export class MergeProfiles extends MergePart {
  constructor(
    private readonly profiles: ProfileRepository,
    private readonly entries: EntryRepository,
    private readonly calendar: FactCalendar,
  ) {
    super();
  }

  override async move(tx: Transaction, pair: MergedPair): Promise<MergedLine[]> {
    const { fromId, intoId } = pair;
    if (!(await this.profiles.find(tx, fromId))) return [];
    const isWhole = !(await this.profiles.find(tx, intoId));
    const { length: all } = await this.entries.ofOrganizations(tx, [fromId]);
    const moved = isWhole ? all : await this.entries.moveAll(tx, pair);
    if (isWhole) await this.profiles.moveTo(tx, fromId, intoId);
    else await this.profiles.touch(tx, intoId);
    announceChange(tx, await this.profiles.get(tx, intoId));
    await Timers.drop(tx, staleFactsKey(fromId));
    await this.calendar.plan(tx, intoId);
    return [
      { record: 'profile', moved: isWhole ? 1 : 0, stayed: isWhole ? 0 : 1 },
      { record: 'profile-entry', moved, stayed: all - moved },
    ];
  }
}
