import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { TextField } from '../../components/field.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { api, read } from '../../lib/api.js';
import { reviewsKey } from './reviews.js';

const MIN_LETTERS = 2;
const SHOWN = 8;

export interface ChosenReviewer {
  personId: string;
  organizationId: string;
  language: string;
}

/** Finds a reviewer by names: first the organization, in any script, then one of its people who may review. */
export function ReviewerPicker(props: {
  callId: string;
  chosen: ChosenReviewer | null;
  onChoose: (chosen: ChosenReviewer | null) => void;
}) {
  const { callId, chosen, onChoose } = props;
  const text = useText();
  const [from, setFrom] = useState<{ id: string; name: string } | null>(null);
  if (!from) return <OrganizationStep onChoose={setFrom} />;
  return (
    <div className={forms.group}>
      <div className={record.line}>
        <strong>{from.name}</strong>
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => {
            setFrom(null);
            onChoose(null);
          }}
        >
          {text('reviews.pool.other')}
        </Button>
      </div>
      <PersonStep callId={callId} organizationId={from.id} chosen={chosen} onChoose={onChoose} />
    </div>
  );
}

function OrganizationStep({ onChoose }: { onChoose: (one: { id: string; name: string }) => void }) {
  const text = useText();
  const [q, setQ] = useState('');
  const term = q.trim();
  const { data, error } = useQuery({
    queryKey: ['organization-search', 'reviewers', term],
    enabled: term.length >= MIN_LETTERS,
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/organizations', { params: { query: { q: term, limit: SHOWN } }, signal })),
  });
  return (
    <div>
      <TextField
        name="reviewer-organization"
        label={text('reviews.pool.organization')}
        description={text('reviews.pool.organization.note')}
        autoComplete="off"
        value={q}
        onChange={(event) => setQ(event.currentTarget.value)}
      />
      {error && <ProblemNotice error={error} />}
      {data?.items.length === 0 && <p className={record.sub}>{text('reviews.pool.none-named')}</p>}
      {data?.items.map(({ id, name, nameLocal }) => (
        <div key={id} className={record.line}>
          <span>
            {name}
            {nameLocal && ` · ${nameLocal}`}
          </span>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`${text('reviews.pool.people')}: ${name}`}
            onClick={() => onChoose({ id, name })}
          >
            {text('reviews.pool.people')}
          </Button>
        </div>
      ))}
    </div>
  );
}

function PersonStep(props: {
  callId: string;
  organizationId: string;
  chosen: ChosenReviewer | null;
  onChoose: (chosen: ChosenReviewer | null) => void;
}) {
  const { callId, organizationId, chosen, onChoose } = props;
  const text = useText();
  const acting = useActingOrganization();
  const { data, error } = useQuery({
    queryKey: [...reviewsKey(acting.id), 'candidates', callId, organizationId],
    queryFn: ({ signal }) =>
      read(
        api.GET('/api/v1/calls/{id}/reviewer-candidates', {
          params: { path: { id: callId }, query: { organizationId } },
          signal,
        }),
      ),
  });
  if (error) return <ProblemNotice error={error} />;
  if (data?.items.length === 0) return <p className={record.sub}>{text('reviews.pool.nobody')}</p>;
  const people = data?.items ?? [];
  return (
    <NativeSelect
      id="reviewer-person"
      label={text('reviews.pool.person')}
      value={chosen?.personId ?? ''}
      onChange={(event) => {
        const found = people.find(({ personId }) => personId === event.currentTarget.value);
        onChoose(found ? { personId: found.personId, organizationId, language: found.language } : null);
      }}
      data={[
        { value: '', label: text('reviews.pool.choose') },
        ...people.map(({ personId, name }) => ({ value: personId, label: name })),
      ]}
    />
  );
}
