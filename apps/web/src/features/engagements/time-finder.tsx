import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { TextField } from '../../components/field.js';
import { LocalTime } from '../../components/local-time.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { useMinute } from '../../lib/use-minute.js';
import { BothTimes, zoneName } from './both-times.js';
import { type Engagement, type Times, timesQuery, type TimesWish } from './engagements.js';
import styles from './engagements.module.css';

const MAX_SLOTS = 3;

/** Who works when: rows are people with their city and clock, columns the hours of the reader's day. */
export function TimeFinder(props: {
  engagement: Engagement;
  wish: TimesWish;
  onDay: (day: string) => void;
  slots: readonly string[];
  onSlots: (slots: string[]) => void;
}) {
  const { engagement, wish, onDay, slots, onSlots } = props;
  const text = useText();
  const organization = useActingOrganization();
  const { data: times, error } = useQuery(timesQuery(organization.id, engagement.id, wish));
  const toggle = (slot: string) =>
    onSlots(
      slots.includes(slot)
        ? slots.filter((one) => one !== slot)
        : [...slots, slot].sort().slice(0, MAX_SLOTS),
    );
  const isFull = slots.length >= MAX_SLOTS;
  return (
    <div className={styles.slots}>
      <TextField
        name="session-day"
        type="date"
        label={text('engagements.day')}
        value={wish.day}
        onChange={(event) => event.currentTarget.value && onDay(event.currentTarget.value)}
      />
      {error && <ProblemNotice error={error} />}
      {times && times.suggestions.length > 0 && (
        <>
          <p>{text('engagements.suggestions')}</p>
          {times.suggestions.map(({ startsAt, strainMinutes }) => (
            <div key={startsAt} className={styles.slot}>
              <span>
                <BothTimes engagement={engagement} at={startsAt} />
                {strainMinutes > 0 && (
                  <span className={forms.note}>{text('engagements.strain', { minutes: strainMinutes })}</span>
                )}
              </span>
              <button
                type="button"
                className={styles.pick}
                aria-label={text('engagements.pick')}
                aria-pressed={slots.includes(startsAt)}
                disabled={isFull && !slots.includes(startsAt)}
                onClick={() => toggle(startsAt)}
              >
                {slots.includes(startsAt) ? '✓' : '+'}
              </button>
            </div>
          ))}
        </>
      )}
      {times && <Grid times={times} slots={slots} isFull={isFull} onToggle={toggle} />}
    </div>
  );
}

function Grid(props: {
  times: Times;
  slots: readonly string[];
  isFull: boolean;
  onToggle: (slot: string) => void;
}) {
  const { times, slots, isFull, onToggle } = props;
  const text = useText();
  const { locale, timeZone } = useIntl();
  const clock = (at: string, zone: string | undefined) =>
    new Intl.DateTimeFormat(locale, {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: zone,
    }).format(new Date(at));
  const now = Date.parse(useMinute());
  const first = times.columns.findIndex((_, column) => times.rows.some(({ isFree }) => isFree[column]));
  return (
    <div
      key={times.columns[0]}
      className={styles.scroll}
      tabIndex={0}
      role="region"
      aria-label={text('engagements.grid')}
      ref={(region) => showColumn(region, first)}
    >
      <table className={styles.grid}>
        <thead>
          <tr>
            <th scope="col" className={styles.who}>
              {text('engagements.your-clock')}
            </th>
            {times.columns.map((column) => (
              <th key={column} scope="col">
                {clock(column, timeZone)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {times.rows.map((row) => (
            <tr key={row.personId}>
              <th scope="row" className={styles.who}>
                {row.displayName || row.organization} · {zoneName(row.timeZone)} · {offset(row.offsetMinutes)}
                {row.isAssumed && <div className={forms.note}>{text('engagements.assumed')}</div>}
                {!row.isCalendarKnown && <div className={forms.note}>{text('engagements.no-calendar')}</div>}
                {row.holidays.map(({ day, name }) => (
                  <div key={day} className={forms.note}>
                    <LocalTime at={day} /> {name}
                  </div>
                ))}
              </th>
              {times.columns.map((column, index) => (
                <td key={column} className={`${styles.hour} ${row.isFree[index] ? styles.free : ''}`}>
                  {clock(column, row.timeZone)}
                  {row.isFree[index] ? ' ✓' : ''}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row" className={styles.who}>
              {text('engagements.pick')}
            </th>
            {times.columns.map((column) => (
              <td key={column}>
                <button
                  type="button"
                  className={styles.pick}
                  aria-label={text('engagements.pick-at', { at: clock(column, timeZone) })}
                  aria-pressed={slots.includes(column)}
                  disabled={Date.parse(column) <= now || (isFull && !slots.includes(column))}
                  onClick={() => onToggle(column)}
                >
                  {slots.includes(column) ? '✓' : '+'}
                </button>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

/** Nobody works in the first hours of the day: the region begins where somebody does. */
function showColumn(region: HTMLElement | null, column: number): void {
  const [corner, ...hours] = region?.querySelectorAll<HTMLElement>('thead th') ?? [];
  const hour = hours[column];
  if (region && corner && hour && region.scrollLeft === 0)
    region.scrollLeft = hour.offsetLeft - corner.offsetWidth;
}

/** `UTC+5:45` */
function offset(minutes: number): string {
  const whole = Math.abs(minutes);
  const rest = whole % 60;
  return `UTC${minutes < 0 ? '−' : '+'}${Math.floor(whole / 60)}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`;
}
