import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { EmptyState } from '../../components/empty-state.js';
import { TextField } from '../../components/field.js';
import { LocalTime } from '../../components/local-time.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Waiting } from '../../components/waiting.js';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { mayWrite } from '../../lib/rights.js';
import { FindingNav } from './finding-nav.js';
import { MAX_NAME } from './save-search-dialog.js';
import { type Shortlist, shortlists, shortlistsQuery, useShortlistAct } from './shortlists.js';

const SHOWN_NAMES = 4;

/** Lists of organizations that everybody of one's own organization shares. */
export function ShortlistsPage() {
  const text = useText();
  const acting = useActingOrganization();
  const { data, error, refetch } = useQuery(shortlistsQuery(acting.id));
  return (
    <>
      <PageTitle title={text('shortlist.title')} lead={text('shortlist.lead')} />
      <FindingNav />
      <div className={record.stack}>
        {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Waiting rows={2} height={72} />}
        {data?.length === 0 && (
          <EmptyState because="nothing" title={text('shortlist.none')}>
            {text('shortlist.none.text')}
          </EmptyState>
        )}
        {data && data.length > 0 && (
          <Panel
            rows={data.map((list) => (
              <ShortlistRow key={list.id} list={list} />
            ))}
          />
        )}
        {mayWrite(acting, 'shortlist.create') && <BeginForm />}
      </div>
    </>
  );
}

function ShortlistRow({ list }: { list: Shortlist }) {
  const text = useText();
  const acting = useActingOrganization();
  const { id, name, note, entries, updatedAt } = list;
  const names = entries.slice(0, SHOWN_NAMES).map(({ organization }) => organization.name);
  return (
    <li className={record.row} data-shortlist={id}>
      <div className={record.main}>
        <p dir="auto">
          <Link
            to="/o/$organization/shortlists/$shortlistId"
            params={{ organization: acting.slug, shortlistId: id }}
          >
            {name}
          </Link>
        </p>
        {note && <p dir="auto">{note}</p>}
        <p className={record.sub}>
          {[text('shortlist.count', { count: entries.length }), ...names].join(' · ')}
          {entries.length > SHOWN_NAMES && ' …'}
        </p>
      </div>
      <span className={record.sub}>
        <LocalTime at={updatedAt} />
      </span>
    </li>
  );
}

function BeginForm() {
  const text = useText();
  const acting = useActingOrganization();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const begin = useShortlistAct(acting.id, shortlists.begin);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    begin.mutate(
      { name: name.trim() },
      {
        onSuccess: ({ id }) =>
          void navigate({
            to: '/o/$organization/shortlists/$shortlistId',
            params: { organization: acting.slug, shortlistId: id },
          }),
      },
    );
  };
  return (
    <form noValidate className={forms.form} onSubmit={submit}>
      {begin.error && <ProblemNotice error={begin.error} />}
      <TextField
        name="shortlist-name"
        label={text('shortlist.new')}
        description={text('shortlist.new.note')}
        dir="auto"
        autoComplete="off"
        maxLength={MAX_NAME}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div className={forms.bar}>
        <Button type="submit" variant="default" disabled={name.trim() === ''} loading={begin.isPending}>
          {text('shortlist.begin')}
        </Button>
      </div>
    </form>
  );
}
