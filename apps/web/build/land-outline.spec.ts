import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Topology } from 'topojson-specification';
import { HEIGHT, project, WIDTH } from '../src/map/projection.js';
import { outlineOf } from './land-outline.js';

type Point = readonly [x: number, y: number];

/** The corners of every coast, from the relative steps of the path. */
function ringsOf(path: string): Point[][] {
  return path
    .split('z')
    .filter(Boolean)
    .map((ring) => {
      const numbers = (ring.match(/-?\d+/g) ?? []).map(Number);
      let [x, y] = [0, 0];
      return Array.from({ length: numbers.length / 2 }, (_, index): Point => {
        x += numbers[2 * index] ?? 0;
        y += numbers[2 * index + 1] ?? 0;
        return [x, y];
      });
    });
}

/** Whether a point lies inside an odd number of coasts. */
function isLand(rings: Point[][], [x, y]: Point): boolean {
  let inside = false;
  for (const ring of rings) {
    ring.forEach(([ax, ay], index) => {
      const [bx, by] = ring[(index + 1) % ring.length] ?? [ax, ay];
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
    });
  }
  return inside;
}

describe('the outline of the land', () => {
  const file = createRequire(__filename).resolve('world-atlas/land-50m.json');
  const path = outlineOf(JSON.parse(readFileSync(file, 'utf8')) as Topology);
  const rings = ringsOf(path);

  it('stays on the drawing and below 40,000 characters', () => {
    expect(path).toMatch(/^(M\d+ \d+l[-\d ]+z)+$/);
    expect(path.length).toBeLessThan(40_000);
    const outside = rings.flat().filter(([x, y]) => x < 0 || y < 0 || x > WIDTH || y > HEIGHT);
    expect(outside).toEqual([]);
  });

  it('tells land from sea', () => {
    const places = { daegu: [128.6, 35.87], hanoi: [105.85, 21.03], yellowSea: [123, 35], celebes: [122, 3] };
    const found = Object.entries(places).map(([name, [lon = 0, lat = 0]]) => [
      name,
      isLand(rings, project(lon, lat)),
    ]);
    expect(Object.fromEntries(found)).toEqual({ daegu: true, hanoi: true, yellowSea: false, celebes: false });
  });

  it('keeps the islands', () => {
    expect(rings.length).toBeGreaterThan(300);
  });
});
