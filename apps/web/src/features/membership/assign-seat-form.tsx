import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { TextField } from '../../components/field.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { api, read } from '../../lib/api.js';
import { membershipKey } from './memberships.js';
import { useAssignSeat } from './membership-verbs.js';

/** Names the city of a seat, among the member cities of its country. */
export function AssignSeatForm(props: { country: string; number: 1 | 2; onDone: () => void }) {
  const { country, number, onDone } = props;
  const text = useText();
  const organization = useActingOrganization();
  const { data: cities = [] } = useQuery({
    queryKey: [...membershipKey(organization.id), 'cities', country],
    queryFn: async ({ signal }) => {
      const query = { kind: ['city' as const], country: [country], limit: 100 };
      const page = await read(api.GET('/api/v1/organizations', { params: { query }, signal }));
      return page.items.filter(({ tpoMembership }) => tpoMembership === 'city_member');
    },
  });
  const [city, setCity] = useState('');
  const [termFrom, setTermFrom] = useState('');
  const [termTo, setTermTo] = useState('');
  const [isMissing, setMissing] = useState(false);
  const assign = useAssignSeat();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isEmpty = city === '' || termFrom === '';
    setMissing(isEmpty);
    if (isEmpty) return;
    const seat = { organizationId: city, number, termFrom, termTo: termTo === '' ? null : termTo };
    assign.mutate(seat, { onSuccess: onDone });
  };
  const name = `${country}-${number}`;
  return (
    <form className={forms.form} onSubmit={submit} noValidate>
      <NativeSelect
        id={`city-${name}`}
        label={text('membership.seat.city')}
        value={city}
        onChange={(event) => setCity(event.currentTarget.value)}
        data={[
          { value: '', label: text('membership.seat.choose') },
          ...cities.map(({ id, name: label }) => ({ value: id, label })),
        ]}
      />
      <div className={forms.pair}>
        <TextField
          name={`from-${name}`}
          type="date"
          label={text('membership.seat.from')}
          value={termFrom}
          onChange={(event) => setTermFrom(event.currentTarget.value)}
        />
        <TextField
          name={`to-${name}`}
          type="date"
          label={text('membership.seat.to')}
          value={termTo}
          onChange={(event) => setTermTo(event.currentTarget.value)}
        />
      </div>
      {isMissing && (
        <p role="alert" className={forms.wrong}>
          {text('membership.seat.missing')}
        </p>
      )}
      {assign.error && <ProblemNotice error={assign.error} />}
      <div>
        <Button type="submit" loading={assign.isPending}>
          {text('membership.seat.assign')}
        </Button>
      </div>
    </form>
  );
}
