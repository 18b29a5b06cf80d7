/** A piece of the earth between meridians and parallels, in degrees (WGS 84); `west` is below `east`. */
export interface Area {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

const DEGREES = /^-?\d{1,3}(?:\.\d{1,6})?$/;

/** Reads `west,south,east,north`; undefined when that is no area of the earth. */
export function readArea(written: unknown): Area | undefined {
  if (typeof written !== 'string') return undefined;
  const parts = written.split(',');
  if (parts.length !== 4 || !parts.every((part) => DEGREES.test(part))) return undefined;
  const [west, south, east, north] = parts.map(Number) as [number, number, number, number];
  const isOnEarth = west >= -180 && east <= 180 && south >= -90 && north <= 90;
  return isOnEarth && west < east && south < north ? { west, south, east, north } : undefined;
}
