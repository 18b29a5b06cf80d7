import { geoMercatorRaw } from 'd3-geo';

/** A piece of the earth between meridians and parallels, in degrees; `west` is below `east`. */
export interface Area {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** Where the member cities lie, with some sea around them. */
export const REGION: Area = { west: 46, south: -12, east: 148, north: 54 };

/** Units of the drawing; fine enough for an eightfold zoom. */
export const WIDTH = 1600;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const degrees = (angle: number): number => (angle * 180) / Math.PI;
const parallel = (latitude: number): number => geoMercatorRaw(0, radians(latitude))[1];

export const SCALE = WIDTH / radians(REGION.east - REGION.west);
export const HEIGHT = Math.round((parallel(REGION.north) - parallel(REGION.south)) * SCALE);

/** Whether a place lies on the drawing at all. */
export function isOnMap(lon: number, lat: number): boolean {
  return lon >= REGION.west && lon <= REGION.east && lat >= REGION.south && lat <= REGION.north;
}

/** Where a place lies on the drawing: units from its upper left corner. */
export function project(lon: number, lat: number): [x: number, y: number] {
  return [radians(lon - REGION.west) * SCALE, (parallel(REGION.north) - parallel(lat)) * SCALE];
}

/** The place at a point of the drawing. */
export function unproject(x: number, y: number): [lon: number, lat: number] {
  const [, latitude] = geoMercatorRaw.invert?.(0, parallel(REGION.north) - y / SCALE) ?? [0, 0];
  return [REGION.west + degrees(x / SCALE), degrees(latitude)];
}
