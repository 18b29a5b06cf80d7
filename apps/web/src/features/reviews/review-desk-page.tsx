import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import { Waiting } from '../../components/waiting.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { api, read } from '../../lib/api.js';
import { useCountryName } from '../../lib/countries.js';
import { saveAs } from '../../lib/save-as.js';
import { BatchPanel } from './batch-panel.js';
import { type Sheet, sheetQuery } from './reviews.js';
import styles from './reviews.module.css';
import { SheetTable } from './sheet-table.js';
import { WORK_STATES } from './tones.js';

const route = getRouteApi('/signed-in/o/$organization/review-desk/$callId');

/** The desk of a call: everything handed in, what was found, what was decided, and what is to be done. */
export function ReviewDeskPage() {
  const text = useText();
  const organization = useActingOrganization();
  const { callId } = route.useParams();
  const { data: sheet, error } = useQuery(sheetQuery(organization.id, callId));
  if (error && !sheet) {
    return (
      <>
        <PageTitle title={text('reviews.desk')} />
        <ProblemNotice error={error} />
      </>
    );
  }
  if (!sheet) return <Waiting rows={5} height={72} />;
  return (
    <>
      <PageTitle
        title={text('reviews.desk')}
        lead={`${sheet.callTitle} · ${text(`reviews.stage.${sheet.stage === 'concept' ? 'concept' : 'full'}`)}`}
        actions={
          <>
            {sheet.abilities.manage && (
              <Button
                variant="default"
                renderRoot={(props) => (
                  <Link
                    to="/o/$organization/review-desk/$callId/reviewers"
                    params={{ organization: organization.slug, callId }}
                    {...props}
                  />
                )}
              >
                {text('reviews.assignment')}
              </Button>
            )}
            <Exports callId={callId} />
          </>
        }
      />
      <div className={record.stack}>
        <BatchPanel sheet={sheet} />
        <Quotas sheet={sheet} />
        <Rows sheet={sheet} />
      </div>
    </>
  );
}

function Exports({ callId }: { callId: string }) {
  const text = useText();
  const { locale } = useIntl();
  const params = { path: { id: callId } };
  const csv = async () =>
    saveAs(
      await read(api.GET('/api/v1/calls/{id}/decision-sheet.csv', { params, parseAs: 'blob' })),
      'decisions.csv',
    );
  const workbook = async () =>
    saveAs(
      await read(api.GET('/api/v1/calls/{id}/decision-sheet.xlsx', { params, parseAs: 'blob' })),
      'decisions.xlsx',
    );
  const paper = async () =>
    saveAs(
      await read(
        api.GET('/api/v1/calls/{id}/decision-sheet.pdf', {
          params: { ...params, query: { language: locale.startsWith('ko') ? 'ko' : 'en' } },
          parseAs: 'blob',
        }),
      ),
      'decisions.pdf',
    );
  return (
    <>
      <Button variant="default" onClick={() => void paper()}>
        {text('reviews.export.pdf')}
      </Button>
      <Button variant="default" onClick={() => void csv()}>
        {text('reviews.export.csv')}
      </Button>
      <Button variant="default" onClick={() => void workbook()}>
        {text('reviews.export.xlsx')}
      </Button>
    </>
  );
}

function Quotas({ sheet }: { sheet: Sheet }) {
  const text = useText();
  const { formatList } = useIntl();
  const nameOf = useCountryName();
  const { quotas, smeShare, byCountry } = sheet.summary;
  return (
    <Panel title={text('reviews.quotas')}>
      <div className={styles.quotas}>
        {quotas.map(({ key, value, bound, share, reached, isMet }) => (
          <p key={`${key}-${value}-${bound}`}>
            {text(`reviews.quota.${key}.${bound}`, {
              country: value === '*' ? text('reviews.quota.any') : nameOf(value),
              share,
              reached: reached ?? 0,
            })}{' '}
            <Tag tone={isMet ? 'success' : 'warning'}>
              {text(isMet ? 'reviews.quota.met' : 'reviews.quota.open')}
            </Tag>
          </p>
        ))}
        {quotas.length === 0 && <p>{text('reviews.quotas.none')}</p>}
        {smeShare !== null && <p>{text('reviews.sme-share', { share: smeShare })}</p>}
        {byCountry.length > 0 && (
          <p>
            {text('reviews.by-country', {
              countries: formatList(
                byCountry.map(({ country, accepted, all }) =>
                  text('reviews.of-country', { country: nameOf(country), accepted, all }),
                ),
              ),
            })}
          </p>
        )}
      </div>
    </Panel>
  );
}

function Rows({ sheet }: { sheet: Sheet }) {
  const text = useText();
  const nameOf = useCountryName();
  const [state, setState] = useState('');
  const [country, setCountry] = useState('');
  const states = WORK_STATES.filter((each) => sheet.rows.some((row) => row.state === each));
  const countries = [...new Set(sheet.rows.map((row) => row.country))].sort();
  const rows = sheet.rows.filter(
    (row) => (state === '' || row.state === state) && (country === '' || row.country === country),
  );
  return (
    <section>
      <div className={record.filters}>
        <NativeSelect
          label={text('reviews.filter.state')}
          value={state}
          onChange={(event) => setState(event.currentTarget.value)}
          data={[
            { value: '', label: text('reviews.filter.all') },
            ...states.map((each) => ({ value: each, label: text(`reviews.work.${each}`) })),
          ]}
        />
        <NativeSelect
          label={text('reviews.filter.country')}
          value={country}
          onChange={(event) => setCountry(event.currentTarget.value)}
          data={[
            { value: '', label: text('reviews.filter.all') },
            ...countries.map((each) => ({ value: each, label: nameOf(each) })),
          ]}
        />
        <p role="status">{text('reviews.count', { count: rows.length })}</p>
      </div>
      <SheetTable sheet={sheet} rows={rows} />
    </section>
  );
}
