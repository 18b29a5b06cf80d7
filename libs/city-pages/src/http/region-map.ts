import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoMercator, geoPath, type GeoProjection } from 'd3-geo';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';

/** Where the member cities lie, with some sea around them; degrees. */
const REGION = { west: 46, south: -12, east: 148, north: 54 } as const;
const WIDTH = 960;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const projection: GeoProjection = geoMercator()
  .rotate([-(REGION.west + REGION.east) / 2, 0])
  .scale(WIDTH / radians(REGION.east - REGION.west))
  .translate([0, 0]);
const [left, top] = projection([REGION.west, REGION.north]) ?? [0, 0];
const [, bottom] = projection([REGION.east, REGION.south]) ?? [0, 0];
const HEIGHT = Math.round(bottom - top);
projection.translate([-left, -top]).clipExtent([
  [0, 0],
  [WIDTH, HEIGHT],
]);

export const REGION_MAP = { width: WIDTH, height: HEIGHT } as const;

let outline: string | undefined;

/**
 * The coasts of the region, as data for one SVG path of `REGION_MAP`. Land only: no borders and no names. From
 * Natural Earth 1:110 m (public domain) by world-atlas: 7 KB, for lines on which a page has to be light.
 */
export function regionOutline(): string {
  outline ??= drawn();
  return outline;
}

function drawn(): string {
  const file = createRequire(import.meta.url).resolve('world-atlas/land-110m.json');
  const topology = JSON.parse(readFileSync(file, 'utf8')) as Topology;
  const land = topology.objects.land;
  if (!land) throw new Error('The atlas names no land.');
  return geoPath(projection).digits(0)(feature(topology, land)) ?? '';
}

/** Places as data for one SVG path: a point for each that lies in the region, to be drawn with round caps. */
export function pointsOf(
  places: readonly { readonly lon: number | null; readonly lat: number | null }[],
): string {
  return places.map(pointOf).join('');
}

function pointOf({ lon, lat }: { readonly lon: number | null; readonly lat: number | null }): string {
  if (lon === null || lat === null) return '';
  const [x, y] = projection([lon, lat]) ?? [-1, -1];
  const isShown = x >= 0 && x <= WIDTH && y >= 0 && y <= HEIGHT;
  return isShown ? `M${Math.round(x)} ${Math.round(y)}h0` : '';
}
