import { type PointerEvent, useRef } from 'react';
import outline from 'virtual:land-outline';
import { HEIGHT, isOnMap, project, WIDTH } from './projection.js';
import type { MapPlace } from './map-place.js';
import styles from './place-map.module.css';
import { moved, type View, viewBoxOf } from './view.js';

/** Units of the whole drawing; dots keep their size on the screen however near the view is. */
const LEAST_RADIUS = 13;
const MOST_RADIUS = 34;
/** A press that moves less than this, in pixels, is a click. */
const DRAG_PX = 4;

/** The outline with a dot for each place; to be pulled by mouse or finger. Its twin is the list below it. */
export function Drawing(props: {
  label: string;
  places: readonly MapPlace[];
  view: View;
  onView: (view: View) => void;
  markedId: string | null;
  onChoose: (id: string) => void;
}) {
  const { label, places, view, onView, markedId, onChoose } = props;
  const drag = useDrag(view, onView);
  const shown = places.filter(({ lon, lat }) => isOnMap(lon, lat));
  // The marked dot is drawn last, above its neighbours.
  const ordered = [...shown].sort((a, b) => Number(a.id === markedId) - Number(b.id === markedId));
  return (
    <svg
      className={styles.drawing}
      viewBox={viewBoxOf(view)}
      role="img"
      aria-label={label}
      data-zoom={view.zoom}
      style={{ aspectRatio: `${WIDTH} / ${HEIGHT}` }}
      {...drag.handlers}
    >
      <path className={styles.land} d={outline} strokeWidth={1 / view.zoom} />
      {ordered.map((place) => {
        const [x, y] = project(place.lon, place.lat);
        return (
          <circle
            key={place.id}
            className={place.id === markedId ? `${styles.dot} ${styles.marked}` : styles.dot}
            cx={x}
            cy={y}
            r={radiusOf(place.count) / view.zoom}
            strokeWidth={2 / view.zoom}
            onClick={() => {
              if (!drag.hasMoved()) onChoose(place.id);
            }}
          >
            <title>{place.name}</title>
          </circle>
        );
      })}
    </svg>
  );
}

/** The area of a dot grows with what was found there. */
function radiusOf(count: number): number {
  return Math.min(MOST_RADIUS, LEAST_RADIUS * Math.sqrt(Math.max(1, Math.log2(count + 1))));
}

function useDrag(view: View, onView: (view: View) => void) {
  const start = useRef<{ x: number; y: number; view: View; hasMoved: boolean } | null>(null);
  const end = () => {
    if (start.current && !start.current.hasMoved) start.current = null;
  };
  return {
    /** Whether the press that just ended pulled the drawing. */
    hasMoved: () => start.current?.hasMoved ?? false,
    handlers: {
      onPointerDown: (event: PointerEvent<SVGSVGElement>) => {
        start.current = { x: event.clientX, y: event.clientY, view, hasMoved: false };
      },
      onPointerMove: (event: PointerEvent<SVGSVGElement>) => {
        const from = start.current;
        if (!from || event.buttons === 0) return;
        const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
        if (!from.hasMoved && Math.hypot(dx, dy) < DRAG_PX) return;
        from.hasMoved = true;
        const { width, height } = event.currentTarget.getBoundingClientRect();
        onView(moved(from.view, -dx / width, -dy / height));
      },
      onPointerUp: end,
      onPointerLeave: end,
    },
  };
}
