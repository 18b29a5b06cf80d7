import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import { FictionalMark, Tag } from '../../components/tag.js';
import { useRichText, useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { useCountryName } from '../../lib/countries.js';
import { homeLanguage } from '../../lib/home-language.js';
import { useMe } from '../../lib/me.js';
import { zoneOfCountry } from '../../lib/zone-of-country.js';
import { type Conversation, type Participant, personName } from './conversations.js';
import styles from './conversation-details.module.css';
import { HereMark } from './presence-marks.js';
import { InviteDialog, RemoveDialog } from './room-people.js';
import { RoomSettings } from './room-settings.js';
import { useFactLabel } from './use-fact-label.js';
import { useMinute } from '../../lib/use-minute.js';

/** Beside the thread: how it began, and who takes part with the time it is where they are. */
export function ConversationDetails(props: { conversation: Conversation; onReport: () => void }) {
  const { conversation, onReport } = props;
  const text = useText();
  const rich = useRichText();
  const labelOf = useFactLabel(conversation.participants);
  const { slug } = useActingOrganization();
  const { facts, subjectFacts, about, createdAt, participants, lastSeq, abilities } = conversation;
  const [asked, setAsked] = useState<Participant | 'invite' | null>(null);
  const close = () => setAsked(null);
  return (
    <aside className={styles.details} aria-label={text('messages.details')}>
      <section>
        <h2>{text('messages.people')}</h2>
        <ul className={styles.people}>
          {participants.map((participant) => (
            <Person
              key={`${participant.personId}/${participant.organization.id}`}
              participant={participant}
              lastSeq={lastSeq}
              {...(abilities.remove && { onRemove: () => setAsked(participant) })}
            />
          ))}
        </ul>
        {abilities.invite !== null && (
          <p className={styles.fact}>
            <Button variant="default" onClick={() => setAsked('invite')}>
              {text('rooms.invite')}
            </Button>
          </p>
        )}
        {asked === 'invite' && <InviteDialog conversation={conversation} onClose={close} />}
        {asked !== null && asked !== 'invite' && (
          <RemoveDialog conversation={conversation} person={asked} onClose={close} />
        )}
      </section>
      {subjectFacts.length > 0 && (
        <section>
          <h2>{text('rooms.about')}</h2>
          <ul className={styles.people}>
            {subjectFacts.map(({ code, text: words, href }) => (
              <li key={code} data-fact={code}>
                {href === undefined ? words : <a href={`/o/${slug}/${href}`}>{words}</a>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{text('messages.about')}</h2>
        <p className={styles.note}>
          {rich('messages.beginning', { time: <LocalTime key="time" at={createdAt} as="stamp" /> })}
        </p>
        {facts.map((fact, index) => (
          <div key={index} className={styles.fact}>
            <p className={styles.note}>{labelOf(fact)}</p>
            <LangText as="p" language={fact.language} className={styles.words}>
              {fact.text}
            </LangText>
          </div>
        ))}
        {about.type === 'match' && (
          <p className={styles.fact}>
            <Link to="/o/$organization/matches/$matchId" params={{ organization: slug, matchId: about.id }}>
              {text('messages.to-match')}
            </Link>
          </p>
        )}
      </section>
      <RoomSettings conversation={conversation} onReport={onReport} />
    </aside>
  );
}

function Person(props: {
  participant: Participant;
  lastSeq: number;
  /** Where the reader may take people out. */
  onRemove?: () => void;
}) {
  const { participant, lastSeq, onRemove } = props;
  const text = useText();
  const me = useMe();
  const countryName = useCountryName();
  const { slug } = useActingOrganization();
  const { organization, personId } = participant;
  const place = [organization.city, countryName(organization.country)].filter(
    (part) => part !== null && part !== organization.name,
  );
  return (
    <li className={styles.person}>
      <p className={styles.name}>
        {personName(participant, text('messages.someone'))}
        {!participant.isHere && <Tag>{text('rooms.former')}</Tag>}
        {participant.role === 'host' && <Tag>{text('rooms.host')}</Tag>}
        {personId !== me.id && <HereMark participant={participant} />}
        {personId === me.id && <Tag>{text('messages.yourself')}</Tag>}
      </p>
      <p className={styles.line}>
        <Link
          to="/o/$organization/organizations/$organizationId"
          params={{ organization: slug, organizationId: organization.id }}
        >
          {organization.name}
        </Link>
        {organization.nameLocal && organization.nameLocal !== organization.name && (
          <LangText language={homeLanguage(organization.country)} className={styles.note}>
            {organization.nameLocal}
          </LangText>
        )}
        {organization.fictional && <FictionalMark />}
      </p>
      <p className={styles.note}>{place.join(' · ')}</p>
      {personId !== me.id && lastSeq > 0 && (participant.readSeq ?? 0) >= lastSeq && (
        <p className={styles.note}>{text('rooms.read')}</p>
      )}
      <Clock country={organization.country} />
      <RemoveButton participant={participant} onRemove={onRemove} />
    </li>
  );
}

/** For the host, at everybody else who takes part. */
function RemoveButton(props: { participant: Participant; onRemove: (() => void) | undefined }) {
  const { participant, onRemove } = props;
  const text = useText();
  const me = useMe();
  if (!onRemove || participant.personId === me.id || !participant.isHere) return null;
  return (
    <Button
      variant="subtle"
      color="danger"
      size="compact-sm"
      aria-label={text('rooms.remove.person', { name: personName(participant, text('messages.someone')) })}
      onClick={onRemove}
    >
      {text('rooms.remove')}
    </Button>
  );
}

/** The time where their organization sits; nothing where the country has several. */
function Clock({ country }: { country: string }) {
  const rich = useRichText();
  const now = useMinute();
  const timeZone = zoneOfCountry(country);
  if (timeZone === null) return null;
  return (
    <p className={styles.note}>
      {rich('messages.local-time', {
        time: <LocalTime key="time" at={now} as="clock" timeZone={timeZone} />,
      })}
    </p>
  );
}
