import { closeness } from '../features/coverage.js';
import type { ConceptGraph } from '../party.js';
import type { MatchSpec } from '../spec.js';
import type { Dictionary } from './dictionary.js';

/** A concept that is near another one. */
export interface Near {
  readonly code: number;
  /** How well it answers the other one, and how well the other one answers it, 0..1. */
  readonly answers: number;
  readonly isAnswered: number;
}

/** Which of the concepts of a dictionary are near which: few are, so each keeps only those. Follows the dictionary's growth. */
export class Nearness {
  private readonly near: Near[][] = [[]];
  /** Concepts that the graph links to an id that no party has named yet. */
  private readonly awaiting = new Map<string, number[]>();

  constructor(
    private readonly concepts: Dictionary,
    private readonly graph: ConceptGraph,
    private readonly spec: MatchSpec,
  ) {}

  /** The concepts near this one, itself first. */
  of(code: number): readonly Near[] {
    while (this.near.length < this.concepts.size) this.enter(this.near.length);
    return this.near[code] ?? [];
  }

  private enter(code: number): void {
    const id = this.concepts.textOf(code);
    this.near.push([{ code, answers: 1, isAnswered: 1 }]);
    const parent = this.graph.parent(id);
    const linked = new Set(this.graph.related(id).map((link) => link.id));
    if (parent !== null) linked.add(parent);
    linked.delete(id);
    for (const other of linked) {
      const known = this.concepts.find(other);
      if (known !== 0 && known < code) this.link(code, known);
      else this.await(other, code);
    }
    for (const waiting of this.awaiting.get(id) ?? []) this.link(code, waiting);
    this.awaiting.delete(id);
  }

  private await(id: string, code: number): void {
    const waiting = this.awaiting.get(id);
    if (waiting === undefined) this.awaiting.set(id, [code]);
    else waiting.push(code);
  }

  private link(a: number, b: number): void {
    if (this.near[a]!.some(({ code }) => code === b)) return;
    const worth = (wanted: number, given: number): number =>
      closeness(this.concepts.textOf(wanted), this.concepts.textOf(given), this.graph, this.spec);
    const byB = worth(a, b);
    const byA = worth(b, a);
    if (byA === 0 && byB === 0) return;
    this.near[a]!.push({ code: b, answers: byB, isAnswered: byA });
    this.near[b]!.push({ code: a, answers: byA, isAnswered: byB });
  }
}
