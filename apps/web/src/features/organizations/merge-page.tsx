import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { TextAreaField, TextField } from '../../components/field.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Waiting } from '../../components/waiting.js';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { type Organization, organizationQuery } from '../../lib/organizations.js';
import { queryClient } from '../../lib/query.js';
import { type Card, merge } from './merger.js';
import { MergeReportView } from './merge-report.js';
import { TargetChoice } from './target-choice.js';

const route = getRouteApi('/signed-in/o/$organization/organizations/$organizationId/merge');
const MAX_REASON = 1_000;

/** The secretariat makes one of two entries: chosen, rehearsed, then done for good. */
export function MergePage() {
  const acting = useActingOrganization();
  const { organizationId } = route.useParams();
  const { data: organization, error } = useQuery(organizationQuery(acting.id, organizationId));
  if (error && !organization) return <ProblemNotice error={error} />;
  if (!organization) return <Waiting rows={3} height={96} />;
  if (!organization.abilities.merge || organization.id !== organizationId) {
    return (
      <Navigate
        to="/o/$organization/organizations/$organizationId"
        params={{ organization: acting.slug, organizationId: organization.id }}
        replace
      />
    );
  }
  return <Merger from={organization} />;
}

function Merger({ from }: { from: Organization }) {
  const text = useText();
  const acting = useActingOrganization();
  const navigate = useNavigate();
  const [into, setInto] = useState<Card | null>(null);
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const order = () => ({ intoId: into?.id ?? '', reason: reason.trim() });
  const rehearse = useMutation({ mutationFn: () => merge(from.id, { ...order(), dryRun: true }) });
  const perform = useMutation({
    mutationFn: () => merge(from.id, { ...order(), dryRun: false }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['o', acting.id] });
      await navigate({
        to: '/o/$organization/organizations/$organizationId',
        params: { organization: acting.slug, organizationId: into?.id ?? '' },
      });
    },
  });
  const change = (next: () => void) => {
    next();
    rehearse.reset();
    perform.reset();
    setTyped('');
  };
  const report = rehearse.data;
  const isClear = report?.obstacles.length === 0;
  return (
    <div className={`${forms.page} ${record.stack}`}>
      <PageTitle
        title={text('merger.title', { name: from.name })}
        lead={text('merger.lead', { name: from.name })}
      />
      <Panel title={text('merger.into')}>
        <TargetChoice from={from} chosen={into} onChoose={(card) => change(() => setInto(card))} />
      </Panel>
      <Panel title={text('merger.rehearsal')}>
        <form
          noValidate
          className={forms.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (into && reason.trim() !== '') rehearse.mutate();
          }}
        >
          {rehearse.error && <ProblemNotice error={rehearse.error} />}
          <TextAreaField
            name="reason"
            label={text('merger.reason')}
            description={text('merger.reason.note')}
            minRows={2}
            maxLength={MAX_REASON}
            value={reason}
            onChange={(event) => {
              const { value } = event.currentTarget;
              change(() => setReason(value));
            }}
          />
          <div>
            <Button
              type="submit"
              variant="default"
              disabled={!into || reason.trim() === ''}
              loading={rehearse.isPending}
            >
              {text('merger.rehearse')}
            </Button>
          </div>
          {report && <MergeReportView report={report} />}
        </form>
      </Panel>
      {isClear && into && (
        <Panel title={text('merger.perform')}>
          <form
            noValidate
            className={forms.form}
            onSubmit={(event) => {
              event.preventDefault();
              if (typed.trim() === from.slug) perform.mutate();
            }}
          >
            <p>{text('merger.perform.text', { from: from.name, into: into.name })}</p>
            {perform.error && <ProblemNotice error={perform.error} />}
            <TextField
              name="merge-slug"
              label={text('merger.slug', { slug: from.slug })}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
            <div>
              <Button
                type="submit"
                color="danger"
                disabled={typed.trim() !== from.slug}
                loading={perform.isPending}
              >
                {text('merger.perform.do')}
              </Button>
            </div>
          </form>
        </Panel>
      )}
    </div>
  );
}
