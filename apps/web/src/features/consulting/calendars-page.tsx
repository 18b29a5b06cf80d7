import { Button, NativeSelect, TextInput } from '@mantine/core';
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Callout } from '../../components/callout.js';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { api, ifMatch, read } from '../../lib/api.js';
import { useCountryName } from '../../lib/countries.js';
import { CURRENCIES } from '../../lib/money.js';
import { queryClient } from '../../lib/query.js';

const KEY = ['calendars'] as const;
const THIS_YEAR = new Date().getFullYear();
const YEARS = [THIS_YEAR, THIS_YEAR + 1, THIS_YEAR + 2];

const calendarsQuery = queryOptions({
  queryKey: [...KEY, 'list'],
  queryFn: ({ signal }) => read(api.GET('/api/v1/calendars', { signal })),
});
const yearQuery = (country: string, year: number) =>
  queryOptions({
    queryKey: [...KEY, country, year],
    enabled: country !== '',
    queryFn: ({ signal }) =>
      read(
        api.GET('/api/v1/calendars/{country}', { params: { path: { country }, query: { year } }, signal }),
      ),
  });
const ratesQuery = queryOptions({
  queryKey: ['currency-rates'],
  queryFn: ({ signal }) => read(api.GET('/api/v1/currency-rates', { signal })),
});

const useChange = <Input, Output>(act: (input: Input) => Promise<Output>) =>
  useMutation({ mutationFn: act, onSettled: () => queryClient.invalidateQueries({ queryKey: KEY }) });

/** The calendars working days are counted by, and the rates amounts are shown by; both kept by the secretariat. */
export function CalendarsPage() {
  const text = useText();
  const countryOf = useCountryName();
  const { data } = useQuery(calendarsQuery);
  const [chosen, setChosen] = useState('');
  const [year, setYear] = useState(THIS_YEAR);
  const country = chosen === '' ? (data?.items[0]?.country ?? '') : chosen;
  return (
    <>
      <PageTitle title={text('way.calendars')} lead={text('way.calendars.lead')} />
      <div className={record.filters}>
        <NativeSelect
          id="country"
          label={text('way.country')}
          value={country}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={(data?.items ?? []).map((item) => ({
            value: item.country,
            label: `${countryOf(item.country)}${item.years.length === 0 ? ` – ${text('way.unknown')}` : ''}`,
          }))}
        />
        <NativeSelect
          id="year"
          label={text('way.year')}
          value={String(year)}
          onChange={(event) => setYear(Number(event.currentTarget.value))}
          data={YEARS.map(String)}
        />
      </div>
      <div className={record.stack}>
        {country !== '' && <Year key={`${country} ${year}`} country={country} year={year} />}
        <Rates />
      </div>
    </>
  );
}

function Year({ country, year }: { country: string; year: number }) {
  const text = useText();
  const { data } = useQuery(yearQuery(country, year));
  const path = { country };
  const complete = useChange(() =>
    read(api.POST('/api/v1/calendars/{country}/years', { params: { path }, body: { year } })),
  );
  const remove = useChange(({ id, version }: { id: string; version: number }) =>
    read(api.DELETE('/api/v1/calendars/days/{id}', { params: { path: { id }, header: ifMatch(version) } })),
  );
  if (!data) return null;
  return (
    <>
      {!data.isKnown && (
        <Callout tone="warning" title={text('way.calendar-unknown')}>
          <p>{text('way.calendar-unknown.text')}</p>
          {data.abilities.manage && (
            <Button variant="default" loading={complete.isPending} onClick={() => complete.mutate(undefined)}>
              {text('way.calendar-complete')}
            </Button>
          )}
        </Callout>
      )}
      <Panel
        title={text('way.holidays')}
        rows={data.days.map((holiday) => (
          <li key={holiday.id} className={record.row}>
            <div className={record.main}>
              <LocalTime at={holiday.day} /> · <LangText language={holiday.language}>{holiday.name}</LangText>
              {holiday.nameEn !== holiday.name && (
                <p className={record.sub} lang="en">
                  {holiday.nameEn}
                </p>
              )}
            </div>
            {data.abilities.manage && (
              <Button variant="subtle" size="xs" onClick={() => remove.mutate(holiday)}>
                {text('way.holiday.remove')}
              </Button>
            )}
          </li>
        ))}
      >
        {data.abilities.manage && <AddHoliday country={country} year={year} />}
        {remove.error && <ProblemNotice error={remove.error} />}
      </Panel>
    </>
  );
}

function AddHoliday({ country, year }: { country: string; year: number }) {
  const text = useText();
  const { locale } = useIntl();
  const [day, setDay] = useState('');
  const [name, setName] = useState('');
  const add = useChange((body: { day: string; name: string; nameEn: string; language: string }) =>
    read(api.POST('/api/v1/calendars/{country}/days', { params: { path: { country } }, body })),
  );
  return (
    <div className={forms.form}>
      <div className={forms.pair}>
        <TextInput
          id="holiday-day"
          type="date"
          min={`${year}-01-01`}
          max={`${year}-12-31`}
          label={text('way.holiday.day')}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <TextInput
          id="holiday-name"
          label={text('way.holiday.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </div>
      <div>
        <Button
          variant="default"
          disabled={day === '' || name.trim() === ''}
          loading={add.isPending}
          onClick={() => add.mutate({ day, name, nameEn: name, language: locale })}
        >
          {text('way.holiday.add')}
        </Button>
      </div>
      {add.error && <ProblemNotice error={add.error} />}
    </div>
  );
}

function Rates() {
  const text = useText();
  const { data } = useQuery(ratesQuery);
  return (
    <Panel
      title={text('way.rates')}
      rows={data?.items.map((item) => (
        <li key={item.currency} className={record.row}>
          <span>{text('way.rate.line', { units: item.unitsPerDollar, currency: item.currency })}</span>
          <span className={record.sub}>
            <LocalTime at={item.statedOn} /> · {item.source}
          </span>
        </li>
      ))}
    >
      <p>{text('way.rates.note')}</p>
      {data?.abilities.manage && <RateForm />}
    </Panel>
  );
}

function RateForm() {
  const text = useText();
  const [currency, setCurrency] = useState('KRW');
  const [rate, setRate] = useState('');
  const [statedOn, setStatedOn] = useState(new Date().toISOString().slice(0, 10));
  const [source, setSource] = useState('');
  const state = useMutation({
    mutationFn: () =>
      read(
        api.POST('/api/v1/currency-rates', {
          body: { currency, unitsPerDollar: Number(rate), statedOn, source },
        }),
      ),
    onSuccess: (answer) => queryClient.setQueryData(ratesQuery.queryKey, answer),
  });
  return (
    <div className={forms.form}>
      <div className={forms.pair}>
        <NativeSelect
          id="rate-currency"
          label={text('way.rate.currency')}
          value={currency}
          onChange={(event) => setCurrency(event.currentTarget.value)}
          data={CURRENCIES.filter((one) => one !== 'USD')}
        />
        <TextInput
          id="rate"
          inputMode="decimal"
          label={text('way.rate.units')}
          value={rate}
          onChange={(event) => setRate(event.currentTarget.value)}
          error={rate !== '' && !(Number(rate) > 0) ? text('way.rate.wrong') : undefined}
        />
        <TextInput
          id="rate-day"
          type="date"
          label={text('way.rate.day')}
          value={statedOn}
          onChange={(event) => setStatedOn(event.currentTarget.value)}
        />
        <TextInput
          id="rate-source"
          label={text('way.rate.source')}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
      </div>
      <div>
        <Button
          variant="default"
          disabled={!(Number(rate) > 0) || source.trim() === ''}
          loading={state.isPending}
          onClick={() => state.mutate()}
        >
          {text('way.rate.state')}
        </Button>
      </div>
      {state.error && <ProblemNotice error={state.error} />}
    </div>
  );
}
