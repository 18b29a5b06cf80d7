import { Button, Checkbox, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FitWord } from '../../components/fit-word.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import forms from '../../forms/forms.module.css';
import { useCodeText, useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { expertsQuery, type RankedExpert, useStep } from './consulting-way.js';
import { OtherExperts } from './other-experts.js';
import type { ConsultingRequest } from './requests.js';

const MOST_BY_DESK = 5;
const MOST_BY_NAME = 3;

/** Who could take it, best first, with what speaks for and against, and anybody else by name; the chosen are asked. */
export function InviteForm({ request }: { request: ConsultingRequest }) {
  const text = useText();
  const organization = useActingOrganization();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [closeDay, setCloseDay] = useState('');
  const step = useStep(request);
  const { data, error } = useQuery(expertsQuery(organization.id, request.id));
  const most = request.abilities.invite ? MOST_BY_DESK : MOST_BY_NAME;
  const toggle = (id: string) => {
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  };
  const send = () => {
    const quotesCloseAt = closeDay === '' ? null : `${closeDay}T15:00:00Z`;
    void step.mutateAsync({ verb: 'invite', body: { organizationIds: [...chosen], quotesCloseAt } }).then(
      () => {
        setChosen([]);
        setCloseDay('');
      },
      () => undefined,
    );
  };
  if (error && !data) return <ProblemNotice error={error} />;
  if (!data) return null;
  return (
    <Panel
      title={text('way.experts')}
      rows={
        data.items.length > 0 &&
        data.items.map((expert) => (
          <li key={expert.organizationId} className={record.row}>
            <div className={record.main}>
              <Checkbox
                label={expert.name}
                checked={chosen.includes(expert.organizationId)}
                disabled={
                  expert.conflicts.includes('bears-the-cost') ||
                  (!chosen.includes(expert.organizationId) && chosen.length >= most)
                }
                onChange={() => toggle(expert.organizationId)}
              />
              <Reasons expert={expert} />
            </div>
            <FitWord fit={expert.fit} />
          </li>
        ))
      }
    >
      <div className={forms.form}>
        <p>{text(data.items.length === 0 ? 'way.experts.none' : 'way.experts.note', { most })}</p>
        <OtherExperts
          without={[request.organizationId, ...request.costBearers.map((bearer) => bearer.organizationId)]}
          chosen={chosen}
          isFull={chosen.length >= most}
          onToggle={toggle}
        />
        <TextInput
          id="quotes-close"
          type="date"
          label={text('way.close-day')}
          description={text('way.close-day.note')}
          value={closeDay}
          onChange={(event) => setCloseDay(event.currentTarget.value)}
        />
        <div>
          <Button disabled={chosen.length === 0} loading={step.isPending} onClick={send}>
            {text('way.invite', { count: chosen.length })}
          </Button>
        </div>
        {step.error && <ProblemNotice error={step.error} />}
      </div>
    </Panel>
  );
}

function Reasons({ expert }: { expert: RankedExpert }) {
  const text = useText();
  const code = useCodeText();
  const labels = expert.reasons.slice(0, 3).flatMap(({ facts }) => facts.theirs.map(({ label }) => label));
  return (
    <>
      {labels.length > 0 && <p className={record.sub}>{[...new Set(labels)].join(' · ')}</p>}
      <p className={record.sub}>
        {text('way.load', { open: expert.open, engaged: expert.engaged })}
        {expert.isSameCountry && ` · ${text('way.same-country')}`}
      </p>
      <p className={record.tags}>
        {expert.isFull && <Tag tone="warning">{text('way.full')}</Tag>}
        {expert.conflicts.map((conflict) => (
          <Tag key={conflict} tone="danger">
            {code('way.conflict', conflict, 'way.conflict.other')}
          </Tag>
        ))}
      </p>
    </>
  );
}
