import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { DrawnListRepository } from '../../data/drawn-list.repository.js';
import { MatchListRepository } from '../../data/match-list.repository.js';
import { MatchRunRepository } from '../../data/match-run.repository.js';
import { keyOf } from '../../domain/match.js';
import { MatchingInputs } from '../model/matching-inputs.js';
import type { Subject } from '../subjects.reader.js';
import type { DrawnLists, ListChange } from './draw-lists.js';

/** Whose run it is that found the lists. */
export interface Drawn {
  readonly runId: string;
  /** When the drawing began, RFC 3339: of two drawings of a list or a pair the later one stays. */
  readonly startedAt: string;
  /** Whose own lists were asked for. Those of others change along; they are not told. */
  readonly subjects: readonly Subject[];
  /** Says nothing of lists that are drawn for the first time: they were not waited for. */
  readonly isQuietAtFirst?: boolean;
}

/** Writes what was found to be different, all lists in one transaction, and announces what is new. */
@Injectable()
export class WriteLists {
  constructor(
    private readonly drawn: DrawnListRepository,
    private readonly lists: MatchListRepository,
    private readonly runs: MatchRunRepository,
    private readonly inputs: MatchingInputs,
  ) {}

  async execute(tx: Transaction, found: DrawnLists, run: Drawn): Promise<void> {
    const { market, inputs } = found;
    await this.runs.hold(tx, [...run.subjects, ...found.changes.map(({ subject }) => subject)]);
    const runs = await this.finish(tx, found, run);
    const asked = new Map(run.subjects.map((subject) => [keyOf(subject), subject]));
    const current = found.changes.filter(
      ({ subject }) => !asked.has(keyOf(subject)) || runs.has(keyOf(subject)),
    );
    const others = current.filter(({ subject }) => !asked.has(keyOf(subject)));

    await this.runs.saveHeads(
      tx,
      others.map(({ subject: { type, id }, drawn: { floors, promised } }) => ({
        type,
        id,
        floors,
        promised,
      })),
    );
    const written = current.flatMap((change) => change.written);
    await this.inputs.store(
      tx,
      written.flatMap(({ pair }) => inputs.get(pair) ?? []),
    );
    await this.drawn.write(
      tx,
      current.map(({ subject, written: pairs, dropped }) => ({
        subject,
        dropped,
        pairs: pairs.map(({ pair, move }) => ({ pair, move, inputs: inputs.get(pair) ?? null })),
      })),
      {
        startedAt: run.startedAt,
        specVersion: market.model.version,
        vocabularyVersion: market.vocabulary.version,
      },
    );
    for (const subject of run.subjects) {
      if (!subject.isOpen && runs.has(keyOf(subject))) await this.lists.retire(tx, subject);
    }
    for (const change of current) {
      const count = runs.get(keyOf(change.subject));
      if (count === 1 && run.isQuietAtFirst) continue;
      announce(tx, change, count, run.runId);
    }
    tx.afterCommit(() => {
      for (const { subject, drawn } of current) {
        market.floors.set(subject.id, drawn.floors);
        market.accounts.replace(subject.id, drawn.promised);
      }
      for (const { id, isOpen } of run.subjects) if (!isOpen) market.accounts.replace(id, []);
    });
  }

  /** By {@link keyOf}: the subjects of which no run that knew more has finished, with how many runs there were. */
  private finish(tx: Transaction, { market, changes }: DrawnLists, run: Drawn): Promise<Map<string, number>> {
    const lists = new Map(changes.map((change) => [keyOf(change.subject), change.drawn]));
    return this.runs.finishAll(
      tx,
      run.subjects.map((subject) => ({
        runId: run.runId,
        startedAt: run.startedAt,
        subject,
        subjectVersion: subject.version,
        listed: lists.get(keyOf(subject))?.entries.length ?? 0,
        floors: lists.get(keyOf(subject))?.floors ?? [],
        promised: lists.get(keyOf(subject))?.promised ?? [],
        specVersion: market.model.version,
        vocabularyVersion: market.vocabulary.version,
      })),
    );
  }
}

function announce(
  tx: Transaction,
  { subject, entered }: ListChange,
  runs: number | undefined,
  runId: string,
): void {
  if (runs === undefined || entered === 0) return;
  const source = {
    aggregateType: 'match-list',
    aggregateId: subject.id,
    seq: runs,
    organizationId: subject.organizationId,
  };
  tx.emit('matches.refreshed', source, { subjectType: subject.type, runId });
}
