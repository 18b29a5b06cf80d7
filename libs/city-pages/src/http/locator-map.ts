import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoBounds, geoMercator, geoPath } from 'd3-geo';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { LRUCache } from 'lru-cache';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';

const WIDTH = 480;
const HEIGHT = 300;
/** Degrees of longitude from edge to edge: enough to recognise the coast. */
const SPAN = 16;
const KEPT_PLACES = 500;

interface Part {
  readonly shape: Feature<Polygon>;
  readonly bounds: readonly [readonly [number, number], readonly [number, number]];
}

let atlas: readonly Part[] | undefined;
const outlines = new LRUCache<string, string>({ max: KEPT_PLACES });

/**
 * The coast around a place with the place in its middle, as data for one SVG path of 480 × 300. Land only: no
 * borders and no names. From Natural Earth 1:50 m (public domain) by world-atlas. Degrees, WGS 84.
 */
export function coastAround(lon: number, lat: number): string {
  const key = `${lon.toFixed(3)} ${lat.toFixed(3)}`;
  const known = outlines.get(key);
  if (known !== undefined) return known;
  const outline = drawn(lon, lat);
  outlines.set(key, outline);
  return outline;
}

export const LOCATOR = { width: WIDTH, height: HEIGHT } as const;

function drawn(lon: number, lat: number): string {
  const projection = geoMercator()
    .rotate([-lon, 0])
    .center([0, lat])
    .scale(WIDTH / ((SPAN * Math.PI) / 180))
    .translate([WIDTH / 2, HEIGHT / 2])
    .clipExtent([
      [0, 0],
      [WIDTH, HEIGHT],
    ]);
  const near = land().filter(({ bounds }) => isNear(bounds, lon, lat));
  return (
    geoPath(projection).digits(1)({
      type: 'FeatureCollection',
      features: near.map(({ shape }) => shape),
    }) ?? ''
  );
}

/** By latitude, and by longitude where the piece does not cross the date line. */
function isNear([[west, south], [east, north]]: Part['bounds'], lon: number, lat: number): boolean {
  if (north < lat - SPAN || south > lat + SPAN) return false;
  return west > east || (east > lon - SPAN && west < lon + SPAN);
}

/** Every piece of land, read when the first map is drawn. */
function land(): readonly Part[] {
  atlas ??= readLand();
  return atlas;
}

function readLand(): Part[] {
  const file = createRequire(import.meta.url).resolve('world-atlas/land-50m.json');
  const topology = JSON.parse(readFileSync(file, 'utf8')) as Topology;
  const object = topology.objects.land;
  if (!object) throw new Error('The atlas names no land.');
  const found = feature(topology, object);
  const features = found.type === 'FeatureCollection' ? found.features : [found];
  return features
    .flatMap(({ geometry }) => (geometry as MultiPolygon).coordinates)
    .map((coordinates) => {
      const shape: Feature<Polygon> = {
        type: 'Feature',
        properties: {},
        geometry: { type: 'Polygon', coordinates },
      };
      return { shape, bounds: geoBounds(shape) };
    });
}
