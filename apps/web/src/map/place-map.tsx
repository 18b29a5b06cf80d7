import { ActionIcon, Button } from '@mantine/core';
import {
  type Icon,
  IconArrowDown,
  IconArrowLeft,
  IconArrowRight,
  IconArrowUp,
  IconFocusCentered,
  IconMinus,
  IconPlus,
} from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import { useText } from '../i18n/use-text.js';
import type { MessageId } from '../i18n/locales.js';
import { LangText } from '../components/lang-text.js';
import { Drawing } from './drawing.js';
import type { MapPlace } from './map-place.js';
import { isOnMap, type Area } from './projection.js';
import styles from './place-map.module.css';
import { areaOf, moved, type View, viewOf, WHOLE, zoomed } from './view.js';

interface Control {
  label: MessageId;
  icon: Icon;
  change: (view: View) => View;
}
/** A third of what is shown. */
const STEP = 1 / 3;
const CONTROLS: readonly Control[] = [
  { label: 'map.zoom-in', icon: IconPlus, change: (view) => zoomed(view, 2) },
  { label: 'map.zoom-out', icon: IconMinus, change: (view) => zoomed(view, 1 / 2) },
  { label: 'map.west', icon: IconArrowLeft, change: (view) => moved(view, -STEP, 0) },
  { label: 'map.east', icon: IconArrowRight, change: (view) => moved(view, STEP, 0) },
  { label: 'map.north', icon: IconArrowUp, change: (view) => moved(view, 0, -STEP) },
  { label: 'map.south', icon: IconArrowDown, change: (view) => moved(view, 0, STEP) },
  { label: 'map.whole', icon: IconFocusCentered, change: () => WHOLE },
];

/**
 * Places on the outline of the land: no borders, no names of seas. The list below it holds the same places, for
 * keyboards and screen readers. Moving the map changes no results; only "search this area" does, and the map
 * itself never moves unasked.
 */
export function PlaceMap(props: {
  places: readonly MapPlace[];
  /** The area the results are limited to. */
  area: Area | null;
  /** Null takes the limit away. */
  onSearchArea: (area: Area | null) => void;
  /** What to tell and offer of the place that is looked at. */
  renderPlace: (place: MapPlace) => ReactNode;
}) {
  const { places, area, onSearchArea, renderPlace } = props;
  const text = useText();
  const headingId = useId();
  const [view, setView] = useState<View>(() => (area ? viewOf(area) : WHOLE));
  const [searched, setSearched] = useState(view);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [pointedId, setPointedId] = useState<string | null>(null);
  const chosen = places.find(({ id }) => id === chosenId);
  const hidden = places.filter(({ lon, lat }) => !isOnMap(lon, lat)).length;
  const search = (next: Area | null, from: View) => {
    setView(from);
    setSearched(from);
    onSearchArea(next);
  };
  return (
    <section className={styles.map} aria-labelledby={headingId}>
      <h2 id={headingId} className="sr-only">
        {text('map.label')}
      </h2>
      <div className={styles.sheet}>
        <Drawing
          label={text('map.drawing', { count: places.length - hidden })}
          places={places}
          view={view}
          onView={setView}
          markedId={pointedId ?? chosenId}
          onChoose={setChosenId}
        />
        <div className={styles.controls} role="group" aria-label={text('map.controls')}>
          {CONTROLS.map(({ label, icon: ControlIcon, change }) => (
            <ActionIcon
              key={label}
              variant="default"
              className={styles.control}
              aria-label={text(label)}
              title={text(label)}
              onClick={() => setView(change)}
            >
              <ControlIcon size={18} stroke={1.5} aria-hidden />
            </ActionIcon>
          ))}
        </div>
      </div>
      <div className={styles.search}>
        <Button
          variant="default"
          disabled={view === searched}
          onClick={() => search(areaOf(view), view)}
          data-testid="search-area"
        >
          {text('map.search-area')}
        </Button>
        {area && (
          <Button variant="subtle" onClick={() => search(null, WHOLE)}>
            {text('map.everywhere')}
          </Button>
        )}
      </div>
      <div role="status" className={styles.chosen}>
        {chosen && renderPlace(chosen)}
      </div>
      <h3 className={styles.listTitle}>{text('map.places', { count: places.length })}</h3>
      <ul className={styles.list}>
        {places.map((place) => (
          <li key={place.id}>
            <button
              type="button"
              className={styles.place}
              aria-pressed={place.id === chosenId}
              onClick={() => setChosenId(place.id)}
              onFocus={() => setPointedId(place.id)}
              onBlur={() => setPointedId(null)}
              onPointerEnter={() => setPointedId(place.id)}
              onPointerLeave={() => setPointedId(null)}
            >
              <LangText language={place.language}>{place.name}</LangText>
              <span className={styles.count}>{text('map.found', { count: place.count })}</span>
            </button>
          </li>
        ))}
      </ul>
      {hidden > 0 && <p className={styles.note}>{text('map.hidden', { count: hidden })}</p>}
    </section>
  );
}
