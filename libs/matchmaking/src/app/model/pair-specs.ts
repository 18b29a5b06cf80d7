import {
  type Corrections,
  learnedSpec,
  type MatchParty,
  type MatchSpec,
  relationOf,
  UNTAUGHT,
} from '#libs/matching';

/** The model that is in use: the numbers for everybody, and what single organizations have taught it. */
export interface ModelInUse {
  readonly spec: MatchSpec;
  /** Names everything below; another one means that all lists may look different. */
  readonly version: string;
  readonly organizations: ReadonlyMap<string, Corrections>;
}

const ASKS: ReadonlySet<string> = new Set(['proposal', 'opportunity', 'consulting_request']);

/** A proposal asks an opportunity, and everything else that asks asks an organization. */
function rankOf({ kind }: MatchParty): number {
  if (kind === 'proposal') return 2;
  return ASKS.has(kind) ? 1 : 0;
}

/**
 * By which numbers two parties are compared: each side judges by its own organization's weights, so that a pair has
 * one score, whoever is compared with whom. Between two organizations, which judge alike, the mean of both counts.
 */
export class PairSpecs {
  private readonly own = new Map<string, MatchSpec>();

  constructor(private readonly model: ModelInUse) {}

  of(a: MatchParty, b: MatchParty): MatchSpec {
    const { spec, organizations } = this.model;
    if (organizations.size === 0) return spec;
    if (!organizations.has(a.organizationId) && !organizations.has(b.organizationId)) return spec;
    const relation = relationOf(a.kind, b.kind);
    if (relation === undefined) return spec;
    const [asking, answering] = rankOf(a) >= rankOf(b) ? [a, b] : [b, a];
    if (rankOf(a) === rankOf(b)) return this.ofBoth(a.organizationId, b.organizationId);
    const [demand, supply] = [this.ofOne(asking.organizationId), this.ofOne(answering.organizationId)];
    return {
      ...spec,
      version: this.model.version,
      relations: {
        ...spec.relations,
        [relation]: {
          demand: demand.relations[relation].demand,
          supply: supply.relations[relation].supply,
          demandShare: spec.relations[relation].demandShare,
        },
      },
    };
  }

  private ofOne(organizationId: string): MatchSpec {
    const corrections = this.model.organizations.get(organizationId);
    return corrections ? this.corrected(organizationId, corrections) : this.model.spec;
  }

  private ofBoth(a: string, b: string): MatchSpec {
    const [first, second] = [this.model.organizations.get(a) ?? {}, this.model.organizations.get(b) ?? {}];
    const codes = [
      ...new Set([...Object.keys(first), ...Object.keys(second)]),
    ].sort() as (keyof Corrections)[];
    const mean = Object.fromEntries(
      codes.map((code) => [code, ((first[code] ?? 0) + (second[code] ?? 0)) / 2]),
    );
    return this.corrected([a, b].sort().join(), mean);
  }

  private corrected(key: string, corrections: Corrections): MatchSpec {
    const known = this.own.get(key);
    if (known) return known;
    const model = { ...UNTAUGHT, organizations: { [key]: corrections } };
    const spec = { ...learnedSpec(this.model.spec, model, key), version: this.model.version };
    this.own.set(key, spec);
    return spec;
  }
}
