import { type Area, HEIGHT, project, unproject, WIDTH } from './projection.js';

/** The part of the drawing that is looked at: its middle, in units, and how often it is enlarged. */
export interface View {
  x: number;
  y: number;
  zoom: number;
}

export const MAX_ZOOM = 8;
export const WHOLE: View = { x: WIDTH / 2, y: HEIGHT / 2, zoom: 1 };

const between = (least: number, value: number, most: number): number =>
  Math.min(Math.max(value, least), most);

/** The nearest view that shows nothing beyond the edges of the drawing. */
export function within({ x, y, zoom }: View): View {
  const near = between(1, zoom, MAX_ZOOM);
  const [halfWidth, halfHeight] = [WIDTH / near / 2, HEIGHT / near / 2];
  return {
    x: between(halfWidth, x, WIDTH - halfWidth),
    y: between(halfHeight, y, HEIGHT - halfHeight),
    zoom: near,
  };
}

export function zoomed(view: View, factor: number): View {
  return within({ ...view, zoom: view.zoom * factor });
}

/** Moved by parts of what is shown: `1, 0` is a whole width to the east. */
export function moved(view: View, across: number, down: number): View {
  return within({
    ...view,
    x: view.x + (across * WIDTH) / view.zoom,
    y: view.y + (down * HEIGHT) / view.zoom,
  });
}

export function viewBoxOf({ x, y, zoom }: View): string {
  const [width, height] = [WIDTH / zoom, HEIGHT / zoom];
  return [x - width / 2, y - height / 2, width, height].map((value) => value.toFixed(1)).join(' ');
}

/** What the view shows, to a hundredth of a degree. */
export function areaOf({ x, y, zoom }: View): Area {
  const [width, height] = [WIDTH / zoom, HEIGHT / zoom];
  const [west, north] = unproject(x - width / 2, y - height / 2);
  const [east, south] = unproject(x + width / 2, y + height / 2);
  const round = (value: number): number => Math.round(value * 100) / 100;
  return { west: round(west), south: round(south), east: round(east), north: round(north) };
}

/** The closest view that shows the whole of an area. */
export function viewOf(area: Area): View {
  const [left, top] = project(area.west, area.north);
  const [right, bottom] = project(area.east, area.south);
  const zoom = Math.min(WIDTH / Math.max(right - left, 1), HEIGHT / Math.max(bottom - top, 1));
  return within({ x: (left + right) / 2, y: (top + bottom) / 2, zoom });
}
