import { Button, NativeSelect } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useIntl } from 'react-intl';
import { ProblemNotice } from '../../components/problem-notice.js';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { useMe } from '../../lib/me.js';
import {
  type Channel,
  type NotificationChoice,
  type NotificationSettings,
  openChannels,
  PACES,
  type useChooseSettings,
} from './settings.js';
import styles from './settings.module.css';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
/** A Monday, for the names of weekdays. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;
const NIGHT = { from: '22:00', to: '07:00' };
const HOURS = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`);

export function SettingsForm(props: {
  settings: NotificationSettings;
  pushes: boolean;
  choose: ReturnType<typeof useChooseSettings>;
}) {
  const { settings, pushes, choose } = props;
  const text = useText();
  const [wanted, setWanted] = useState(settings);
  const change = (changes: Partial<NotificationSettings>) => setWanted({ ...wanted, ...changes });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    choose.mutate(wanted);
  };
  return (
    <form className={forms.form} onSubmit={onSubmit}>
      <ChannelTable
        channels={openChannels(pushes)}
        choices={wanted.choices}
        onChange={(choices) => change({ choices })}
      />
      <NativeSelect
        id="pace"
        label={text('notify.pace')}
        value={wanted.pace}
        onChange={(event) => change({ pace: event.currentTarget.value as NotificationSettings['pace'] })}
        data={PACES.map((value) => ({ value, label: text(`notify.pace.${value}`) }))}
      />
      {(wanted.pace === 'first-then-digest' || wanted.pace === 'digest') && (
        <NativeSelect
          id="digest-hour"
          label={text('notify.digest-hour')}
          value={String(wanted.digestHour)}
          onChange={(event) => change({ digestHour: Number(event.currentTarget.value) })}
          data={HOURS.map((label, hour) => ({ value: String(hour), label }))}
        />
      )}
      <QuietHours settings={wanted} onChange={change} />
      {choose.error && <ProblemNotice error={choose.error} />}
      <div>
        <Button type="submit" loading={choose.isPending}>
          {text('notify.save')}
        </Button>
      </div>
      <p role="status">{choose.isSuccess && text('notify.saved')}</p>
    </form>
  );
}

function ChannelTable(props: {
  channels: readonly Channel[];
  choices: NotificationChoice[];
  onChange: (choices: NotificationChoice[]) => void;
}) {
  const { channels, choices, onChange } = props;
  const text = useText();
  const toggle = (group: NotificationChoice['group'], channel: Channel) =>
    onChange(choices.map((each) => (each.group === group ? { ...each, [channel]: !each[channel] } : each)));
  return (
    <table className={styles.channels}>
      <caption>{text('notify.channels')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('notify.about')}</th>
          {channels.map((channel) => (
            <th key={channel} scope="col">
              {text(`notify.channel.${channel}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {choices.map((choice) => (
          <tr key={choice.group}>
            <th scope="row">{text(`notify.group.${choice.group}`)}</th>
            {channels.map((channel) => (
              <td key={channel}>
                <label className={styles.cell}>
                  <input
                    type="checkbox"
                    checked={choice[channel]}
                    disabled={choice.locked.includes(channel)}
                    aria-label={`${text(`notify.group.${choice.group}`)}: ${text(`notify.channel.${channel}`)}`}
                    onChange={() => toggle(choice.group, channel)}
                  />
                </label>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function QuietHours(props: {
  settings: NotificationSettings;
  onChange: (changes: Partial<NotificationSettings>) => void;
}) {
  const { settings, onChange } = props;
  const { quiet, quietDays } = settings;
  const text = useText();
  const intl = useIntl();
  const me = useMe();
  const dayName = (day: number) =>
    intl.formatDate(MONDAY + (day - 1) * DAY_MS, { weekday: 'long', timeZone: 'UTC' });
  const toggleDay = (day: number) =>
    onChange({
      quietDays: quietDays.includes(day)
        ? quietDays.filter((each) => each !== day)
        : [...quietDays, day].sort(),
    });
  return (
    <fieldset className={styles.quiet}>
      <legend>{text('notify.quiet')}</legend>
      <p>{text('notify.quiet.text', { zone: me.timeZone })}</p>
      <label className={styles.line}>
        <input
          type="checkbox"
          checked={quiet !== null}
          onChange={() => onChange({ quiet: quiet === null ? NIGHT : null })}
        />
        {text('notify.quiet.nightly')}
      </label>
      {quiet && (
        <div className={styles.hours}>
          {(['from', 'to'] as const).map((end) => (
            <NativeSelect
              key={end}
              id={`quiet-${end}`}
              label={text(`notify.quiet.${end}`)}
              value={quiet[end]}
              onChange={(event) => onChange({ quiet: { ...quiet, [end]: event.currentTarget.value } })}
              data={HOURS.includes(quiet[end]) ? HOURS : [...HOURS, quiet[end]].sort()}
            />
          ))}
        </div>
      )}
      <p>{text('notify.quiet.days')}</p>
      <div className={styles.days}>
        {WEEKDAYS.map((day) => (
          <label key={day} className={styles.line}>
            <input
              type="checkbox"
              checked={quietDays.includes(day)}
              disabled={!quietDays.includes(day) && quietDays.length === 6}
              onChange={() => toggleDay(day)}
            />
            {dayName(day)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
