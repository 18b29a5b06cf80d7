import type { Weighted } from '#libs/matching';
import {
  type ConceptKind,
  EVIDENCE_WEIGHTS,
  impliedOffers,
  type WeightedConcept,
  type WrittenText,
} from '#libs/taxonomy';

export function ofKind(concepts: readonly WeightedConcept[], kind: ConceptKind): WeightedConcept[] {
  return concepts.filter((concept) => concept.kind === kind);
}

/** Codes that were ticked, for kinds in which only a declaration counts. */
export function declared(ids: readonly string[]): Weighted[] {
  return ids.map((id) => ({ id, weight: EVIDENCE_WEIGHTS.declared }));
}

/** What is offered: what is known of it already, and what follows from what is sought. */
export function withImplied(known: readonly Weighted[], seeks: readonly string[]): Weighted[] {
  const ids = new Set(known.map(({ id }) => id));
  const implied = impliedOffers(seeks).filter((id) => !ids.has(id));
  return [...known, ...implied.map((id) => ({ id, weight: EVIDENCE_WEIGHTS.implied }))];
}

/** Every concept of several lists once, as sure as in the list that is surest of it. */
export function strongest(lists: readonly (readonly Weighted[])[]): Weighted[] {
  const best = new Map<string, Weighted>();
  for (const concept of lists.flat())
    if ((best.get(concept.id)?.weight ?? 0) < concept.weight) best.set(concept.id, concept);
  return [...best.values()];
}

/** Texts of one author in one language, read as one; none when nothing was written. */
export function written(language: string, ...texts: readonly (string | null)[]): WrittenText[] {
  const text = texts.filter((part) => part !== null).join('\n');
  return text === '' ? [] : [{ text, language }];
}

/** A list that says something; an empty one says "not stated". */
export function stated<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length === 0 ? undefined : items;
}

/** Leaves out what is undefined, as facts that are not known are absent. */
export function known<Facts extends object>(
  facts: Facts,
): { [Key in keyof Facts]?: NonNullable<Facts[Key]> } {
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined && value !== null),
  ) as { [Key in keyof Facts]?: NonNullable<Facts[Key]> };
}
