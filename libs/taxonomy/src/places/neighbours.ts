import type { PlaceName } from '../document.js';

/** One goes there and back in a day. */
const NEARBY_KM = 150;
const EARTH_RADIUS_KM = 6371;

interface Point {
  readonly lat: number;
  readonly lon: number;
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

function kilometres(a: Point, b: Point): number {
  const [north, east] = [radians(b.lat - a.lat), radians(b.lon - a.lon)];
  const across =
    Math.sin(north / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(east / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(across));
}

/** Which places lie near which; of those whose coordinates are known. */
export class Neighbours {
  private readonly points: ReadonlyMap<string, Point>;
  private readonly known = new Map<string, readonly string[]>();

  constructor(places: readonly PlaceName[]) {
    this.points = new Map(
      places.flatMap(({ id, lat, lon }) =>
        typeof lat === 'number' && typeof lon === 'number' ? [[id, { lat, lon }] as const] : [],
      ),
    );
  }

  /** The nearest first. */
  of(id: string): readonly string[] {
    let near = this.known.get(id);
    if (near === undefined) this.known.set(id, (near = this.find(id)));
    return near;
  }

  private find(id: string): string[] {
    const here = this.points.get(id);
    if (here === undefined) return [];
    return [...this.points]
      .map(([other, point]) => ({ other, km: kilometres(here, point) }))
      .filter(({ other, km }) => other !== id && km <= NEARBY_KM)
      .sort((a, b) => a.km - b.km || (a.other < b.other ? -1 : 1))
      .map(({ other }) => other);
  }
}
