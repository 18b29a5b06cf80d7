import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { LangText } from '../../components/lang-text.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import record from '../../components/record.module.css';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { countriesQuery, useCountryName } from '../../lib/countries.js';
import { usePages } from '../../lib/pages.js';
import { useConcepts } from '../../lib/taxonomy.js';
import { PagedList } from '../../records/paged-list.js';
import { useOrganizationName } from './names.js';
import { type ResultCard, resultsQuery } from './projects.js';
import { wordsFor } from './result-words.js';

const FIRST_YEAR = 2026;

/** What closed projects have reached, for whoever looks for an example or a partner. */
export function PortfolioPage() {
  const text = useText();
  const { locale } = useIntl();
  const countryOf = useCountryName();
  const { data: countries } = useQuery(countriesQuery);
  const themes = useConcepts('theme');
  const [filter, setFilter] = useState({ country: '', theme: '', year: '' });
  const list = usePages(resultsQuery(filter));
  const isFiltered = Object.values(filter).some((value) => value !== '');
  const all = { value: '', label: text('projects.filter.all') };
  const named = (countries?.items ?? [])
    .map(({ code }) => ({ value: code, label: countryOf(code) }))
    .sort((one, other) => one.label.localeCompare(other.label, locale));
  const years = Array.from({ length: new Date().getFullYear() - FIRST_YEAR + 1 }, (_, index) =>
    String(new Date().getFullYear() - index),
  );
  const choose = (field: keyof typeof filter) => (event: { currentTarget: { value: string } }) =>
    setFilter({ ...filter, [field]: event.currentTarget.value });
  return (
    <>
      <PageTitle title={text('projects.portfolio')} lead={text('projects.portfolio.lead')} />
      <div className={record.filters}>
        <NativeSelect
          label={text('projects.filter.country')}
          value={filter.country}
          onChange={choose('country')}
          data={[all, ...named]}
        />
        <NativeSelect
          label={text('projects.filter.theme')}
          value={filter.theme}
          onChange={choose('theme')}
          data={[all, ...themes.map(({ id, label }) => ({ value: id, label }))]}
        />
        <NativeSelect
          label={text('projects.filter.year')}
          value={filter.year}
          onChange={choose('year')}
          data={[all, ...years.map((year) => ({ value: year, label: year }))]}
        />
      </div>
      <PagedList
        list={list}
        rowHeight={80}
        onClear={isFiltered ? () => setFilter({ country: '', theme: '', year: '' }) : undefined}
        noneFiltered={text('projects.portfolio.none.filtered')}
        none={{ title: text('projects.portfolio.none'), text: text('projects.portfolio.none.text') }}
      >
        {(results) => (
          <Panel
            rows={results.map((result) => (
              <ResultRow key={result.id} result={result} />
            ))}
          />
        )}
      </PagedList>
    </>
  );
}

function ResultRow({ result }: { result: ResultCard }) {
  const { locale } = useIntl();
  const { slug } = useActingOrganization();
  const nameOf = useOrganizationName();
  const countryOf = useCountryName();
  const words = wordsFor(result, locale);
  const countries = [...new Set(result.organizations.map(({ country }) => countryOf(country)))];
  return (
    <li className={record.row}>
      <div className={record.main}>
        <Link
          to="/o/$organization/projects/$"
          params={{ organization: slug, _splat: `results/${result.id}` }}
        >
          <LangText language={words.language}>{words.headline}</LangText>
        </Link>
        <div className={record.sub}>
          <LangText language={result.language}>{result.title}</LangText> · {result.year}
        </div>
        <div className={record.sub}>
          {result.organizations.map(nameOf).join(' · ')} · {countries.join(', ')}
        </div>
      </div>
    </li>
  );
}
