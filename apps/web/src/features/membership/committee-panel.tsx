import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LocalTime } from '../../components/local-time.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import { Waiting } from '../../components/waiting.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { useCountryName } from '../../lib/countries.js';
import { mayWrite } from '../../lib/rights.js';
import { AssignSeatForm } from './assign-seat-form.js';
import { type Committee, type CommitteeSeat, committeeQuery } from './memberships.js';
import styles from './membership.module.css';
import { useEndSeat } from './membership-verbs.js';
import { Named } from './parts.js';

type Country = Committee['items'][number];

/** The Executive Committee: seats computed from the member list with the reason, who holds them, vacancies. */
export function CommitteePanel() {
  const text = useText();
  const organization = useActingOrganization();
  const { data, error } = useQuery(committeeQuery(organization.id));
  if (error && !data) return <ProblemNotice error={error} />;
  if (!data) return <Waiting rows={3} height={72} />;
  const { seats, vacant, quorum } = data;
  return (
    <Panel
      title={text('membership.committee')}
      rows={data.items.map((country) => (
        <CountryRow key={country.country} country={country} />
      ))}
    >
      <p>{text('membership.committee.figures', { seats, vacant, quorum })}</p>
      <p className={record.sub}>{text('membership.committee.rule')}</p>
    </Panel>
  );
}

function CountryRow({ country }: { country: Country }) {
  const text = useText();
  const countryName = useCountryName();
  return (
    <li className={record.row}>
      <div className={record.main}>
        <strong>{countryName(country.country)}</strong>
        <div className={record.sub}>{text('membership.seat.cities', { count: country.memberCities })}</div>
        {country.seats.map((seat) => (
          <Seat key={seat.number} country={country} seat={seat} />
        ))}
      </div>
    </li>
  );
}

function Seat({ country, seat }: { country: Country; seat: CommitteeSeat }) {
  const text = useText();
  const organization = useActingOrganization();
  const [isAssigning, setAssigning] = useState(false);
  const { holder, absent, before } = seat;
  const named = holder ?? absent;
  return (
    <div className={styles.seat}>
      <div className={styles.tenure}>
        <div className={record.line}>
          <span>{text('membership.seat.number', { number: seat.number })}</span>
          {named && <Named organization={named.city} />}
          {!holder && <Tag tone="warning">{text('membership.seat.vacant')}</Tag>}
          {named && (
            <span className={record.sub}>
              <LocalTime at={named.termFrom} /> – {named.termTo && <LocalTime at={named.termTo} />}
              {named.note && ` · ${named.note}`}
            </span>
          )}
        </div>
        <Before tenures={before} />
      </div>
      {mayWrite(organization, 'membership.decide') && (
        <SeatVerbs
          country={country}
          seat={seat}
          isAssigning={isAssigning}
          onAssign={() => setAssigning(!isAssigning)}
        />
      )}
      {isAssigning && (
        <div className={styles.assign}>
          <AssignSeatForm
            country={country.country}
            number={seat.number === 2 ? 2 : 1}
            onDone={() => setAssigning(false)}
          />
        </div>
      )}
    </div>
  );
}

/** A term that has ended cannot be taken up again as it was, so it is asked once more, in place. */
function SeatVerbs(props: {
  country: Country;
  seat: CommitteeSeat;
  isAssigning: boolean;
  onAssign: () => void;
}) {
  const { country, seat, isAssigning, onAssign } = props;
  const text = useText();
  const countryName = useCountryName();
  const [isEnding, setEnding] = useState(false);
  const end = useEndSeat();
  const named = seat.holder ?? seat.absent;
  const of = `${countryName(country.country)} ${seat.number}`;
  if (named && isEnding) {
    return (
      <div className={record.side}>
        {end.error && <ProblemNotice error={end.error} />}
        <span>{text('membership.seat.end.sure', { name: named.city.name })}</span>
        <Button
          color="danger"
          size="compact-md"
          autoFocus
          loading={end.isPending}
          onClick={() => end.mutate(named, { onSuccess: () => setEnding(false) })}
        >
          {text('membership.seat.end')}
        </Button>
        <Button variant="default" size="compact-md" onClick={() => setEnding(false)}>
          {text('action.cancel')}
        </Button>
      </div>
    );
  }
  return (
    <div className={record.side}>
      <Button
        variant="default"
        size="compact-md"
        aria-expanded={isAssigning}
        aria-label={`${text('membership.seat.assign')}: ${of}`}
        onClick={onAssign}
      >
        {text('membership.seat.assign')}
      </Button>
      {named && (
        <Button
          variant="default"
          size="compact-md"
          aria-label={`${text('membership.seat.end')}: ${of}`}
          onClick={() => setEnding(true)}
        >
          {text('membership.seat.end')}
        </Button>
      )}
    </div>
  );
}

function Before({ tenures }: { tenures: CommitteeSeat['before'] }) {
  const text = useText();
  if (tenures.length === 0) return null;
  return (
    <p className={record.sub}>
      {text('membership.seat.before')}{' '}
      {tenures.map(({ id, city, termFrom }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          {city.name} (<LocalTime at={termFrom} />)
        </span>
      ))}
    </p>
  );
}
