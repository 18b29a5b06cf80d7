import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Navigate, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { TextAreaField } from '../../components/field.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Waiting } from '../../components/waiting.js';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { ApiProblem } from '../../lib/api-problem.js';
import { api, ifMatch, read } from '../../lib/api.js';
import { CallFields } from './call-fields.js';
import { type CallForm, changesOf, differingFields, formOf, isReady } from './call-form.js';
import { acceptCall, type Call, callQuery } from './call-requests.js';
import { Findings } from './findings.js';

/** Puts new terms in the place of the published ones. */
export function CallChangePage({ callId }: { callId: string }) {
  const organization = useActingOrganization();
  const { data: call, error } = useQuery(callQuery(organization.id, callId));
  if (error && !call) return <ProblemNotice error={error} />;
  if (!call) return <Waiting rows={4} height={96} />;
  if (!call.abilities.change) {
    const params = { organization: organization.slug, _splat: call.id };
    return <Navigate to="/o/$organization/calls/$" params={params} replace />;
  }
  return <ChangeForm key={call.id} call={call} />;
}

function ChangeForm({ call }: { call: Call }) {
  const text = useText();
  const organization = useActingOrganization();
  const navigate = useNavigate();
  const [{ version, base }] = useState(() => ({ version: call.version, base: formOf(call) }));
  const [form, setForm] = useState<CallForm>(base);
  const [reason, setReason] = useState('');
  const fields = differingFields(form, base);
  const change = useMutation({
    mutationFn: () => {
      const changed = Object.fromEntries(fields.map((field) => [field, form[field]])) as Partial<CallForm>;
      // What others have changed meanwhile stays, unless it is what is changed here: then they are not written over.
      const isMeanwhile = differingFields(formOf(call), base).some((field) => fields.includes(field));
      const params = { path: { id: call.id }, header: ifMatch(isMeanwhile ? version : call.version) };
      return read(
        api.POST('/api/v1/calls/{id}/changes', { params, body: { terms: changesOf(changed), reason } }),
      );
    },
    onSuccess: async (changed) => {
      acceptCall(organization.id, changed);
      const params = { organization: organization.slug, _splat: changed.id };
      await navigate({ to: '/o/$organization/calls/$', params });
    },
  });
  const mayGo = fields.length > 0 && reason.trim() !== '' && fields.every((field) => isReady(form, field));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (mayGo) change.mutate();
  };
  const faults = change.error instanceof ApiProblem ? change.error.faults : [];
  return (
    <form noValidate onSubmit={submit}>
      <PageTitle title={text('calls.do.change')} lead={text('calls.change.lead')} />
      <div className={forms.two}>
        <div className={forms.form}>
          <CallFields
            form={form}
            runnerId={organization.id}
            set={(field, value) => {
              change.reset();
              setForm((now) => ({ ...now, [field]: value }));
            }}
            errorOf={() => undefined}
          />
        </div>
        <div className={forms.aside}>
          <Panel title={text('calls.change.what')}>
            <div className={record.stack}>
              <div aria-live="polite">
                {fields.length === 0 ? (
                  <p className={record.sub}>{text('calls.change.nothing')}</p>
                ) : (
                  <ul className={forms.means}>
                    {fields.map((field) => (
                      <li key={field}>
                        <a href={`#${field}`}>{text(`calls.field.${field}`)}</a>
                      </li>
                    ))}
                  </ul>
                )}
              </div>
              <p>{text('calls.change.told', call.told ?? { followers: 0, concerned: 0 })}</p>
              <TextAreaField
                name="reason"
                label={text('calls.reason')}
                lang={call.language}
                maxLength={2_000}
                minRows={3}
                required
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
              {faults.length > 0 ? (
                <Findings findings={faults} />
              ) : (
                change.error && <ProblemNotice error={change.error} />
              )}
              <Button type="submit" loading={change.isPending} disabled={!mayGo}>
                {text('calls.change.send')}
              </Button>
            </div>
          </Panel>
        </div>
      </div>
    </form>
  );
}
