import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { CaseText } from './case-text.js';
import { suggestionsQuery, useStep } from './consulting-way.js';
import { namedOrganizationsQuery } from './named-organizations.js';
import type { ConsultingRequest } from './requests.js';
import { WordsForm } from './words-form.js';

/** What the secretariat can do with a request: what others know first, then a question. Experts stand below. */
export function DeskActions({ request }: { request: ConsultingRequest }) {
  const text = useText();
  const { abilities } = request;
  const take = useStep(request);
  return (
    <>
      {abilities.take && (
        <div>
          <Button loading={take.isPending} onClick={() => take.mutate({ verb: 'take' })}>
            {text('way.take')}
          </Button>
          {take.error && <ProblemNotice error={take.error} />}
        </div>
      )}
      {abilities.answer && <PastCases request={request} />}
      {abilities.answer && <PeerCity request={request} />}
      {abilities.askInformation && <Said request={request} verb="ask-information" />}
    </>
  );
}

/** What is left where neither others nor experts can help. */
export function DeskEndings({ request }: { request: ConsultingRequest }) {
  const { abilities } = request;
  return (
    <>
      {abilities.refuse && <Said request={request} verb="refuse" />}
      {abilities.leaveUnanswered && <Said request={request} verb="leave-unanswered" />}
    </>
  );
}

function Said({
  request,
  verb,
}: {
  request: ConsultingRequest;
  verb: 'ask-information' | 'refuse' | 'leave-unanswered';
}) {
  const text = useText();
  const step = useStep(request);
  return (
    <Panel title={text(`way.${verb}`)}>
      <WordsForm
        name={verb}
        label={text(`way.${verb}.words`)}
        action={text(`way.${verb}.do`)}
        isPending={step.isPending}
        error={step.error}
        onSend={(said) => step.mutate({ verb, said })}
      />
    </Panel>
  );
}

/** A city that has solved the same question, and why it is the one to ask. */
function PeerCity({ request }: { request: ConsultingRequest }) {
  const text = useText();
  const organization = useActingOrganization();
  const step = useStep(request);
  const [q, setQ] = useState('');
  const [city, setCity] = useState<string | null>(null);
  const [isMissing, setMissing] = useState(false);
  const { data } = useQuery(namedOrganizationsQuery(organization.id, q.trim(), 'city'));
  const found = (data?.items ?? [])
    .filter(({ id }) => id !== request.organizationId)
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Panel title={text('way.peer-city')}>
      <Select
        id="peer-city"
        label={text('way.peer-city.which')}
        description={text('way.peer-city.note')}
        placeholder={text('forms.search')}
        searchable
        data={found}
        // The search knows names in other scripts and spellings.
        filter={({ options }) => options}
        value={city}
        searchValue={q}
        onSearchChange={setQ}
        onChange={setCity}
        nothingFoundMessage={q.trim().length > 1 ? text('forms.nothing-found') : undefined}
        comboboxProps={{ transitionProps: { duration: 0 }, withinPortal: false }}
        error={isMissing && !city ? text('way.peer-city.missing') : undefined}
      />
      <WordsForm
        name="peer-city-words"
        label={text('way.peer-city.words')}
        action={text('way.peer-city.do')}
        isPending={step.isPending}
        error={step.error}
        onSend={(said) => {
          setMissing(!city);
          if (city) step.mutate({ verb: 'answer', body: { cityId: city, said } });
        }}
      />
    </Panel>
  );
}

function PastCases({ request }: { request: ConsultingRequest }) {
  const text = useText();
  const organization = useActingOrganization();
  const step = useStep(request);
  const { language, title, areas } = request;
  const { data } = useQuery(
    suggestionsQuery(organization.id, { language, title, areas, text: request.text }),
  );
  if (!data) return null;
  if (data.items.length === 0) return <Panel title={text('way.cases')}>{text('way.cases.none')}</Panel>;
  return (
    <Panel
      title={text('way.cases')}
      rows={data.items.map((found) => (
        <li key={found.id} className={record.row}>
          <div className={record.main}>
            <CaseText found={found} />
          </div>
          <Button
            variant="default"
            loading={step.isPending}
            onClick={() => step.mutate({ verb: 'answer', body: { caseId: found.id } })}
          >
            {text('way.answer-by-case')}
          </Button>
        </li>
      ))}
    >
      {step.error && <ProblemNotice error={step.error} />}
    </Panel>
  );
}
