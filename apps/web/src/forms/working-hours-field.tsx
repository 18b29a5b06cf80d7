import type { components } from '#libs/api-client';
import { Button } from '@mantine/core';
import { useId } from 'react';
import { useIntl } from 'react-intl';
import { useText } from '../i18n/use-text.js';
import styles from './forms.module.css';
import hours from './working-hours-field.module.css';

export type WorkingHours = components['schemas']['WorkingHoursDto'];

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const WORKDAYS = 5;
const USUAL = { from: '09:00', to: '18:00' };
/** A Monday. */
const MONDAY = Date.UTC(2026, 0, 5);
const DAY = 86_400_000;

/** The wall-clock hours of a week: one beginning and one end for each day, days off left out. */
export function WorkingHoursField(props: {
  name: string;
  label: string;
  description?: string;
  value: readonly WorkingHours[];
  onChange: (hours: WorkingHours[]) => void;
  error?: string | undefined;
}) {
  const { name, label, description, value, onChange, error } = props;
  const text = useText();
  const set = (weekday: number, day: WorkingHours | null) => {
    const others = value.filter((each) => each.weekday !== weekday);
    onChange((day ? [...others, day] : others).sort((one, other) => one.weekday - other.weekday));
  };
  const first = value[0];
  const spread = ({ from, to }: WorkingHours) =>
    onChange(WEEKDAYS.slice(0, WORKDAYS).map((weekday) => ({ weekday, from, to })));
  const isSpread = value.length === WORKDAYS && value.every((day) => isSame(day, first));
  const notes = [description && `${name}-note`, error && `${name}-error`].filter(Boolean).join(' ');
  return (
    <fieldset className={styles.group} aria-describedby={notes || undefined}>
      <legend className={styles.legend}>{label}</legend>
      {description && (
        <p id={`${name}-note`} className={styles.note}>
          {description}
        </p>
      )}
      {error && (
        <p id={`${name}-error`} className={styles.wrong}>
          {error}
        </p>
      )}
      <ul className={hours.week}>
        {WEEKDAYS.map((weekday) => (
          <WeekdayRow
            key={weekday}
            id={weekday === 1 ? name : undefined}
            weekday={weekday}
            day={value.find((each) => each.weekday === weekday)}
            usual={first ?? { weekday, ...USUAL }}
            onChange={(day) => set(weekday, day)}
          />
        ))}
      </ul>
      {first && !isSpread && (
        <Button variant="default" className={`${hours.spread} ${styles.long}`} onClick={() => spread(first)}>
          {text('forms.hours.spread', { from: first.from, to: first.to })}
        </Button>
      )}
    </fieldset>
  );
}

function WeekdayRow(props: {
  id: string | undefined;
  weekday: number;
  day: WorkingHours | undefined;
  usual: WorkingHours;
  onChange: (day: WorkingHours | null) => void;
}) {
  const { id, weekday, day, usual, onChange } = props;
  const text = useText();
  const { locale } = useIntl();
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const called = format.format(MONDAY + (weekday - 1) * DAY);
  return (
    <li className={hours.day}>
      <label className={styles.check}>
        <input
          type="checkbox"
          id={id}
          checked={day !== undefined}
          onChange={() => onChange(day ? null : { weekday, from: usual.from, to: usual.to })}
        />
        {text('forms.hours.day', { day: called })}
      </label>
      {day ? (
        <span className={hours.times}>
          <Clock
            label={text('forms.hours.from', { day: called })}
            value={day.from}
            onChange={(from) => onChange({ ...day, from })}
          />
          <span aria-hidden>–</span>
          <Clock
            label={text('forms.hours.to', { day: called })}
            value={day.to}
            isEnd
            onChange={(to) => onChange({ ...day, to })}
          />
        </span>
      ) : (
        <span className={`${styles.note} ${hours.off}`}>{text('forms.hours.off')}</span>
      )}
    </li>
  );
}

/** The browser knows no 24:00: the end of a day is its midnight. */
function Clock(props: { label: string; value: string; isEnd?: boolean; onChange: (time: string) => void }) {
  const { label, value, isEnd = false, onChange } = props;
  const id = useId();
  return (
    <>
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <input
        id={id}
        type="time"
        required
        className={hours.clock}
        value={value === '24:00' ? '00:00' : value}
        onChange={({ currentTarget }) => {
          const time = currentTarget.value.slice(0, 5);
          if (time !== '') onChange(isEnd && time === '00:00' ? '24:00' : time);
        }}
      />
    </>
  );
}

const isSame = (one: WorkingHours, other: WorkingHours | undefined): boolean =>
  one.weekday <= WORKDAYS && one.from === other?.from && one.to === other.to;

/** Whether each day ends after it begins. */
export function isWeek(week: readonly WorkingHours[]): boolean {
  return week.every(({ from, to }) => from < to);
}
