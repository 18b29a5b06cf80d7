import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { geoMercator, type GeoPermissibleObjects, geoStream } from 'd3-geo';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import type { Plugin } from 'vite';
import { HEIGHT, REGION, SCALE, WIDTH } from '../src/map/projection.js';

const ID = 'virtual:land-outline';
const require = createRequire(import.meta.url);

type Point = [x: number, y: number];

/**
 * Serves `virtual:land-outline`: the coasts of the region as the data of one SVG path, in the units of
 * `src/map/projection.ts`. Land only, without borders. Drawn at build time from Natural Earth (1:50 m, public
 * domain, by world-atlas), so that a browser gets 17 KB of path instead of 230 KB of geography and its reader.
 */
export function landOutline(): Plugin {
  return {
    name: 'ttn:land-outline',
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    async load(id) {
      if (id !== `\0${ID}`) return undefined;
      const file = require.resolve('world-atlas/land-50m.json');
      const topology = JSON.parse(await readFile(file, 'utf8')) as Topology;
      return `export default ${JSON.stringify(outlineOf(topology))}`;
    },
  };
}

export function outlineOf(topology: Topology): string {
  const land = topology.objects.land;
  if (!land) throw new Error('The atlas names no land.');
  return ringsOf(feature(topology, land))
    .map(coarse)
    .filter((ring) => ring.length > 2)
    .map(pathOf)
    .join('');
}

/** The coasts inside the drawing, projected. */
function ringsOf(land: GeoPermissibleObjects): Point[][] {
  const projection = geoMercator()
    .rotate([-(REGION.west + REGION.east) / 2, 0])
    .scale(SCALE)
    .translate([0, 0]);
  const [left, top] = projection([REGION.west, REGION.north]) ?? [0, 0];
  projection.translate([-left, -top]).clipExtent([
    [0, 0],
    [WIDTH, HEIGHT],
  ]);
  const rings: Point[][] = [];
  let ring: Point[] = [];
  geoStream(
    land,
    projection.stream({
      point: (x, y) => void ring.push([x, y]),
      lineStart: () => void (ring = []),
      lineEnd: () => void rings.push(ring),
      polygonStart: () => undefined,
      polygonEnd: () => undefined,
    }),
  );
  return rings;
}

/** Whole units, without points that repeat the one before or lie on the way to the next. */
function coarse(ring: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const [x, y] of ring) {
    const point: Point = [Math.round(x), Math.round(y)];
    const [last, before] = [kept.at(-1), kept.at(-2)];
    if (last?.[0] === point[0] && last[1] === point[1]) continue;
    if (last && before && isStraight(before, last, point)) kept.pop();
    kept.push(point);
  }
  return kept;
}

function isStraight([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): boolean {
  return (bx - ax) * (cy - by) === (by - ay) * (cx - bx);
}

/** Relative steps: small numbers, which repeat and compress well. */
function pathOf([first, ...others]: readonly Point[]): string {
  let [x, y] = first ?? [0, 0];
  let path = `M${x} ${y}l`;
  others.forEach(([nextX, nextY], index) => {
    const [dx, dy] = [nextX - x, nextY - y];
    path += `${index === 0 || dx < 0 ? '' : ' '}${dx}${dy < 0 ? '' : ' '}${dy}`;
    [x, y] = [nextX, nextY];
  });
  return `${path}z`;
}
