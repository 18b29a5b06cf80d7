import { NO_CONCEPTS, type MatchParty, type Weighted } from '#libs/matching';
import type { Vocabulary } from '#libs/taxonomy';
import { seeded } from '../setting/seeded.js';
import type { CityRow } from './sample-records.js';

/** A market as large as asked for, the same on every run: popular concepts are common, rare ones rare. */
export interface SyntheticMarket {
  readonly smes: readonly MatchParty[];
  readonly opportunities: readonly MatchParty[];
}

const LANGUAGES = ['en', 'ko', 'ja', 'zh-Hans', 'zh-Hant', 'vi', 'id', 'ms', 'th', 'ru'];
const EVIDENCE = [1, 1, 1, 0.7, 0.7, 0.4];

class Drawer {
  constructor(private readonly random: () => number) {}

  /** The first entries are drawn most often, by a square law. */
  some(ids: readonly string[], least: number, most: number): string[] {
    const drawn = new Set<string>();
    const count = least + Math.floor(this.random() * (most - least + 1));
    while (drawn.size < Math.min(count, ids.length)) drawn.add(this.one(ids));
    return [...drawn];
  }

  one(ids: readonly string[]): string {
    return ids[Math.floor(this.random() ** 2 * ids.length)] ?? '';
  }

  weighted(ids: readonly string[], least: number, most: number): Weighted[] {
    return this.some(ids, least, most).map((id) => ({
      id,
      weight: EVIDENCE[Math.floor(this.random() * EVIDENCE.length)] ?? 1,
    }));
  }

  between(least: number, most: number): number {
    return least + Math.floor(this.random() * (most - least + 1));
  }
}

const sure = (ids: readonly string[]): Weighted[] => ids.map((id) => ({ id, weight: 1 }));

/** Parties with the facets of real profiles: themes 2 to 7, offers 1 to 4, languages 1 to 4 of ten, a home city. */
export function syntheticMarket(
  smes: number,
  opportunities: number,
  cities: readonly CityRow[],
  vocabulary: Vocabulary,
): SyntheticMarket {
  const draw = new Drawer(seeded(20_261_122));
  const ids = {
    themes: vocabulary.conceptIds('theme'),
    sectors: vocabulary.conceptIds('sector'),
    collaborations: vocabulary.conceptIds('collaboration'),
    markets: vocabulary.conceptIds('market'),
    certifications: vocabulary.conceptIds('certification'),
  };
  const home = (): CityRow => cities[draw.between(0, cities.length - 1)]!;
  const months = (least: number): number[] => {
    const first = draw.between(1, 12);
    return Array.from({ length: draw.between(least, 12) }, (_, at) => ((first + at - 1) % 12) + 1);
  };
  return {
    smes: Array.from({ length: smes }, (_, at) => {
      const city = home();
      return {
        id: `sme-${at}`,
        organizationId: `sme-${at}`,
        kind: 'sme',
        country: city.country,
        city: city.slug,
        concepts: {
          ...NO_CONCEPTS,
          offers: draw.weighted(ids.collaborations, 1, 4),
          seeks: sure(draw.some(ids.collaborations, 1, 3)),
          themes: draw.weighted(ids.themes, 2, 7),
          sectors: sure(draw.some(ids.sectors, 1, 2)),
          markets: sure(draw.some(ids.markets, 1, 4)),
          certifications: sure(draw.some(ids.certifications, 0, 2)),
        },
        languages: [...new Set([...city.languages.slice(0, 1), ...draw.some(LANGUAGES, 1, 3)])],
        capacity: { max: draw.between(10, 400) },
        months: months(6),
        sought: { countries: sure(draw.some(['KR', 'JP', 'VN', 'CN', 'ID', 'TH', 'MY'], 0, 2)) },
      } satisfies MatchParty;
    }),
    opportunities: Array.from({ length: opportunities }, (_, at) => {
      const city = home();
      const isHere = draw.between(0, 1) === 0;
      return {
        id: `opportunity-${at}`,
        organizationId: city.slug,
        kind: 'opportunity',
        country: city.country,
        city: city.slug,
        concepts: {
          ...NO_CONCEPTS,
          offers: draw.weighted(ids.collaborations, 1, 2),
          seeks: sure(draw.some(ids.collaborations, 1, 2)),
          themes: draw.weighted(ids.themes, 2, 4),
          markets: sure(draw.some(ids.markets, 1, 2)),
        },
        languages: city.languages.slice(0, 1),
        requiredLanguages: draw.some(LANGUAGES, 1, 2),
        capacity: { min: draw.between(10, 150) },
        requiredMonths: months(2).slice(0, 4),
        sought: isHere
          ? { cities: sure([city.slug]), countries: sure([city.country]) }
          : { countries: sure(draw.some(['KR', 'JP', 'VN', 'CN', 'ID', 'TH', 'MY'], 1, 2)) },
      } satisfies MatchParty;
    }),
  };
}
