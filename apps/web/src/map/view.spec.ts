import { HEIGHT, isOnMap, project, REGION, unproject, WIDTH } from './projection.js';
import { areaOf, MAX_ZOOM, moved, viewBoxOf, viewOf, WHOLE, within, zoomed } from './view.js';

const BUSAN = [129.03, 35.1] as const;

describe('the drawing', () => {
  it('holds the region from corner to corner', () => {
    const corners = [project(REGION.west, REGION.north), project(REGION.east, REGION.south)];
    expect(corners[0]).toEqual([0, 0]);
    expect(corners[1]?.[0]).toBeCloseTo(WIDTH, 6);
    expect(Math.abs((corners[1]?.[1] ?? 0) - HEIGHT)).toBeLessThan(1);
  });

  it('leads back to where a point came from', () => {
    const [lon, lat] = unproject(...project(...BUSAN));
    expect([lon, lat]).toEqual([expect.closeTo(BUSAN[0], 9), expect.closeTo(BUSAN[1], 9)]);
  });

  it('knows what lies beyond it', () => {
    expect([isOnMap(...BUSAN), isOnMap(2.35, 48.86), isOnMap(174.8, -41.3)]).toEqual([true, false, false]);
  });
});

describe('a view', () => {
  it('never shows more than the drawing, however it is moved or enlarged', () => {
    expect(moved(WHOLE, 1, 1)).toEqual(WHOLE);
    expect(zoomed(WHOLE, 1 / 4)).toEqual(WHOLE);
    expect(zoomed(WHOLE, 1000).zoom).toBe(MAX_ZOOM);
    const corner = moved(zoomed(WHOLE, 2), -9, -9);
    expect(corner).toEqual({ x: WIDTH / 4, y: HEIGHT / 4, zoom: 2 });
    expect(viewBoxOf(corner)).toBe(`0.0 0.0 ${(WIDTH / 2).toFixed(1)} ${(HEIGHT / 2).toFixed(1)}`);
  });

  it('moves by parts of what it shows', () => {
    const near = within({ x: WIDTH / 2, y: HEIGHT / 2, zoom: 4 });
    expect(moved(near, 1, 0).x - near.x).toBe(WIDTH / 4);
  });

  it('is found again from its area', () => {
    const near = within({ ...WHOLE, x: project(...BUSAN)[0], y: project(...BUSAN)[1], zoom: 6 });
    const again = viewOf(areaOf(near));
    expect(again.zoom).toBeCloseTo(near.zoom, 1);
    expect(Math.hypot(again.x - near.x, again.y - near.y)).toBeLessThan(2);
  });
});
