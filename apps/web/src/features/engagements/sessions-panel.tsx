import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { TextAreaField, TextField } from '../../components/field.js';
import { LangText } from '../../components/lang-text.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { useMinute } from '../../lib/use-minute.js';
import { BothTimes } from './both-times.js';
import { type Engagement, type Session, usePropose, useSessionStep } from './engagements.js';
import styles from './engagements.module.css';
import { MissedSession } from './missed-session.js';
import { TimeFinder } from './time-finder.js';
import { SESSION_TONES } from './tones.js';
import { WordsForm } from './words-form.js';

const LENGTHS = [30, 60, 90, 120];

/** A day ahead, by the reader's calendar. */
const tomorrow = (): string => new Date(Date.now() + 86_400_000).toLocaleDateString('en-CA');

/** Sessions, on the clocks of both; and the way to the next one. */
export function SessionsPanel({ engagement }: { engagement: Engagement }) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const isNone = engagement.sessions.length === 0;
  const mayPropose = engagement.abilities.propose && !isOpen;
  return (
    <Panel
      title={text('engagements.sessions', { count: engagement.terms.sessions })}
      rows={engagement.sessions.map((session) => (
        <SessionRow key={session.id} engagement={engagement} session={session} />
      ))}
    >
      {(isNone || mayPropose || isOpen) && (
        <>
          {isNone && <p className={forms.note}>{text('engagements.sessions.none')}</p>}
          {mayPropose && (
            <div className={record.more}>
              <Button onClick={() => setOpen(true)}>{text('engagements.do.propose')}</Button>
            </div>
          )}
          {isOpen && <ProposeForm engagement={engagement} onDone={() => setOpen(false)} />}
        </>
      )}
    </Panel>
  );
}

function ProposeForm({ engagement, onDone }: { engagement: Engagement; onDone: () => void }) {
  const text = useText();
  const { locale, timeZone = 'UTC' } = useIntl();
  const [agenda, setAgenda] = useState('');
  const [place, setPlace] = useState('');
  const [lengthMinutes, setLength] = useState(60);
  const [day, setDay] = useState(tomorrow);
  const [slots, setSlots] = useState<string[]>([]);
  const propose = usePropose(engagement);
  const body = { agenda, language: locale, lengthMinutes, slots, place: place.trim() || null };
  return (
    <form
      noValidate
      className={forms.form}
      onSubmit={(event) => {
        event.preventDefault();
        propose.mutate(body, { onSuccess: onDone });
      }}
    >
      <TextAreaField
        name="session-agenda"
        label={text('engagements.agenda')}
        minRows={2}
        maxLength={2_000}
        value={agenda}
        onChange={(event) => setAgenda(event.currentTarget.value)}
      />
      <TextField
        name="session-place"
        label={text('engagements.place')}
        maxLength={500}
        value={place}
        onChange={(event) => setPlace(event.currentTarget.value)}
      />
      <NativeSelect
        label={text('engagements.length')}
        value={String(lengthMinutes)}
        onChange={(event) => setLength(Number(event.currentTarget.value))}
        data={LENGTHS.map((minutes) => ({
          value: String(minutes),
          label: text('engagements.minutes-count', { minutes }),
        }))}
      />
      <TimeFinder
        engagement={engagement}
        wish={{ day, zone: timeZone, lengthMinutes }}
        onDay={setDay}
        slots={slots}
        onSlots={setSlots}
      />
      {propose.error && <ProblemNotice error={propose.error} />}
      <div className={forms.bar}>
        <Button
          type="submit"
          loading={propose.isPending}
          disabled={slots.length === 0 || agenda.trim() === ''}
        >
          {text('engagements.do.propose-times', { count: slots.length })}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          {text('action.cancel')}
        </Button>
      </div>
    </form>
  );
}

interface RowProps {
  engagement: Engagement;
  session: Session;
}

function SessionRow({ engagement, session }: RowProps) {
  const text = useText();
  const { state, agenda, language, startsAt, place, endReason, minutes, minutesLanguage } = session;
  return (
    <li className={record.entry}>
      <div className={record.head}>
        {startsAt ? <BothTimes engagement={engagement} at={startsAt} /> : <span />}
        <Tag tone={SESSION_TONES[state]}>{text(`engagements.session.${state}`)}</Tag>
      </div>
      <LangText as="p" language={language} className={record.prose}>
        {agenda}
      </LangText>
      {place && <span className={record.sub}>{place}</span>}
      {endReason && (
        <LangText as="p" language={language} className={record.message}>
          {endReason}
        </LangText>
      )}
      {minutes && (
        <>
          <span className={record.sub}>
            {text(
              session.minutesConfirmedAt ? 'engagements.minutes.confirmed' : 'engagements.minutes.waiting',
            )}
          </span>
          <LangText as="p" language={minutesLanguage ?? language} className={record.message}>
            {minutes}
          </LangText>
        </>
      )}
      <SessionActions engagement={engagement} session={session} />
    </li>
  );
}

function SessionActions({ engagement, session }: RowProps) {
  const step = useSessionStep(engagement, session.id);
  const now = useMinute();
  const hasBegun = session.state === 'confirmed' && session.startsAt !== null && session.startsAt <= now;
  return (
    <>
      {session.mayConfirm && <ProposedSlots engagement={engagement} session={session} step={step} />}
      {step.error && <ProblemNotice error={step.error} />}
      {hasBegun && engagement.abilities.writeMinutes && (
        <WordsForm
          name={`minutes-${session.id}`}
          open="engagements.do.minutes"
          label="engagements.minutes"
          send="engagements.do.minutes"
          isPending={step.isPending}
          error={null}
          onSend={({ words, language }) =>
            step.mutate({
              verb: 'minutes',
              body: { minutes: words, language, heldMinutes: session.lengthMinutes },
            })
          }
        />
      )}
      {hasBegun ? (
        <MissedSession engagement={engagement} step={step} />
      ) : (
        <BeforeSession engagement={engagement} session={session} step={step} />
      )}
    </>
  );
}

interface StepProps extends RowProps {
  step: ReturnType<typeof useSessionStep>;
}

function ProposedSlots({ engagement, session, step }: StepProps) {
  const text = useText();
  return session.slots.map((slot) => (
    <div key={slot} className={styles.slot}>
      <BothTimes engagement={engagement} at={slot} />
      <Button
        loading={step.isPending}
        onClick={() => step.mutate({ verb: 'confirm', body: { startsAt: slot } })}
      >
        {text('engagements.do.confirm')}
      </Button>
    </div>
  ));
}

/** Before its time it moves or is called off; once held, its minutes are confirmed. */
function BeforeSession({ engagement, session, step }: StepProps) {
  const text = useText();
  const [isMoving, setMoving] = useState(false);
  const { abilities } = engagement;
  const { state, minutesConfirmedAt } = session;
  if (state === 'held') {
    if (minutesConfirmedAt || !abilities.confirmMinutes) return null;
    return (
      <div className={forms.bar}>
        <Button loading={step.isPending} onClick={() => step.mutate({ verb: 'confirm-minutes' })}>
          {text('engagements.do.confirm-minutes')}
        </Button>
      </div>
    );
  }
  const isOpen = state === 'proposed' || state === 'confirmed' || state === 'moved';
  if (!isOpen || !abilities.propose) return null;
  return (
    <>
      {isMoving && (
        <MoveForm engagement={engagement} session={session} step={step} onDone={() => setMoving(false)} />
      )}
      <div className={forms.bar}>
        <Button variant="default" onClick={() => setMoving(!isMoving)}>
          {text('engagements.do.move')}
        </Button>
      </div>
      <WordsForm
        name={`cancel-${session.id}`}
        open="engagements.do.cancel-session"
        label="engagements.reason"
        send="engagements.do.cancel-session"
        tone="danger"
        isPending={step.isPending}
        error={null}
        onSend={({ words }) => step.mutate({ verb: 'cancel', body: { reason: words } })}
      />
    </>
  );
}

function MoveForm({ engagement, session, step, onDone }: StepProps & { onDone: () => void }) {
  const text = useText();
  const { timeZone = 'UTC' } = useIntl();
  const [day, setDay] = useState(tomorrow);
  const [slots, setSlots] = useState<string[]>([]);
  return (
    <>
      <TimeFinder
        engagement={engagement}
        wish={{ day, zone: timeZone, lengthMinutes: session.lengthMinutes }}
        onDay={setDay}
        slots={slots}
        onSlots={setSlots}
      />
      <div>
        <Button
          disabled={slots.length === 0}
          onClick={() => step.mutate({ verb: 'move', body: { slots } }, { onSuccess: onDone })}
        >
          {text('engagements.do.propose-times', { count: slots.length })}
        </Button>
      </div>
    </>
  );
}
