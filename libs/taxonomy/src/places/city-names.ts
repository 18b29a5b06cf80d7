import { knownNames } from './known-names.js';

export interface NamedCity {
  /** The slug of `data/member-cities.csv`; it opens the list of names in other scripts. */
  readonly slug: string;
  /** Official names in any script, and whatever aliases the caller keeps. */
  readonly names: readonly string[];
}

/** What stands beside a name and is left out in running text: "부산광역시" is written "부산", "Kota Ambon" "Ambon". */
const DECORATIONS: readonly RegExp[] = [
  /\s*[(（,].*$/u,
  /(?<=[가-힣]{2,})(?:광역시|특별자치시|특별자치도|시|군)$/u,
  /(?<=[\p{Script=Han}]{2,})[市县縣]$/u,
  /\s+(?:Province|City|аймаг)$/u,
  /^(?:Kota|Kabupaten|Provinsi|DKI|Thành phố|Tỉnh|ក្រុង)\s*(?!Kinabalu|Bharu)/u,
];
/** The bare name of a city is at least this long. */
const SHORTEST = 2;

/** "부산 해운대구" names Busan, and a district of it: the district is looked for by its own name ("남구" alone is anybody's). */
const CITY_BEFORE_DISTRICT = /^[가-힣]+ (?=[가-힣]{2,}구$)/u;

function bare(name: string): readonly string[] {
  return DECORATIONS.map((decoration) => name.replace(decoration, '').trim()).filter(
    (form) => form.length >= SHORTEST,
  );
}

/**
 * Every spelling by which texts may name a city: the names given, the same without administrative suffixes, and its
 * known names in the other scripts of the network. The result is what `PlaceName.names` wants.
 */
export function cityNames(city: NamedCity): string[] {
  const official = city.names
    .filter((name) => name.trim() !== '')
    .map((name) => name.replace(CITY_BEFORE_DISTRICT, ''));
  return [...new Set([...official, ...official.flatMap(bare), ...knownNames(city.slug)])];
}
