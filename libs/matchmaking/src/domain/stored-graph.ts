import type { ConceptGraph } from '#libs/matching';

/** How concepts hang together, as plain data. */
export interface StoredGraph {
  readonly related: Readonly<Record<string, readonly { readonly id: string; readonly weight: number }[]>>;
  readonly parent: Readonly<Record<string, string>>;
}

export function graphFrom({ related, parent }: StoredGraph): ConceptGraph {
  return { related: (id) => related[id] ?? [], parent: (id) => parent[id] ?? null };
}
