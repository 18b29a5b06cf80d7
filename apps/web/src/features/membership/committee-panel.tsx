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
  const end = useEndSeat();
  const { holder, absent, before } = seat;
  const mayDecide = mayWrite(organization, 'membership.decide');
  const named = holder ?? absent;
  return (
    <div className={record.block}>
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
      {end.error && <ProblemNotice error={end.error} />}
      {mayDecide && (
        <div className={record.side}>
          <Button variant="default" size="compact-md" onClick={() => setAssigning(!isAssigning)}>
            {text('membership.seat.assign')}
          </Button>
          {named && (
            <Button
              variant="default"
              size="compact-md"
              loading={end.isPending}
              onClick={() => end.mutate(named)}
            >
              {text('membership.seat.end')}
            </Button>
          )}
        </div>
      )}
      {isAssigning && (
        <AssignSeatForm
          country={country.country}
          number={seat.number === 2 ? 2 : 1}
          onDone={() => setAssigning(false)}
        />
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
