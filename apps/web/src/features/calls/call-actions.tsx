import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useIntl } from 'react-intl';
import { Dialog } from '../../components/dialog.js';
import { TextAreaField } from '../../components/field.js';
import { PathLink } from '../../components/path-link.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { api, ifMatch, read } from '../../lib/api.js';
import { mayWrite } from '../../lib/rights.js';
import { acceptCall, type Call } from './call-requests.js';
import styles from './calls.module.css';

type PlainVerb = 'follow' | 'unfollow' | 'archive' | 'discard';

function send(verb: PlainVerb, { id, version }: Call): Promise<Call> {
  const path = { id };
  const params = { path, header: ifMatch(version) };
  switch (verb) {
    case 'follow':
      return read(api.POST('/api/v1/calls/{id}/follow', { params: { path } }));
    case 'unfollow':
      return read(api.POST('/api/v1/calls/{id}/unfollow', { params: { path } }));
    case 'archive':
      return read(api.POST('/api/v1/calls/{id}/archive', { params }));
    case 'discard':
      return read(api.POST('/api/v1/calls/{id}/discard', { params }));
  }
}

/** What needs no word to go with it. */
function plainVerbs({ abilities, isConcerned, isFollowing }: Call): PlainVerb[] {
  const verbs: PlainVerb[] = [];
  if (abilities.follow && !isConcerned) verbs.push(isFollowing ? 'unfollow' : 'follow');
  if (abilities.archive) verbs.push('archive');
  if (abilities.discard) verbs.push('discard');
  return verbs;
}

/** Its desk is for who runs it and who decides, from the moment something can have been handed in. */
function isAssessedBy({ organization, deciders, state }: Call, id: string): boolean {
  const isBody = organization?.id === id || deciders.some((decider) => decider.id === id);
  return isBody && ['open', 'closed', 'reviewing', 'decided', 'archived'].includes(state);
}

/** Everything that can be done with a call now: a proposal for it, following it, or running it. */
export function CallActions({ call }: { call: Call }) {
  const text = useText();
  const organization = useActingOrganization();
  const [isCallingOff, setCallingOff] = useState(false);
  const step = useMutation({
    mutationFn: (verb: PlainVerb) => send(verb, call),
    onSuccess: (moved) => acceptCall(organization.id, moved),
  });
  const { abilities } = call;
  return (
    <div className={record.stack}>
      <div className={record.side}>
        <ApplyLink call={call} />
        {isAssessedBy(call, organization.id) && (
          <Button
            variant="default"
            renderRoot={(props) => (
              <PathLink path={`/o/${organization.slug}/review-desk/${call.id}`} {...props} />
            )}
          >
            {text('calls.desk')}
          </Button>
        )}
        <ProjectsLink call={call} />
        {abilities.update && <EditLink call={call} screen="edit" />}
        {abilities.change && <EditLink call={call} screen="change" />}
        {plainVerbs(call).map((verb) => (
          <Button
            key={verb}
            variant="default"
            loading={step.isPending && step.variables === verb}
            onClick={() => step.mutate(verb)}
          >
            {text(`calls.do.${verb}`)}
          </Button>
        ))}
        {abilities.callOff && (
          <Button variant="default" onClick={() => setCallingOff(true)}>
            {text('calls.do.callOff')}
          </Button>
        )}
      </div>
      <NotOpen call={call} />
      {call.isConcerned && <p className={record.sub}>{text('calls.concerned')}</p>}
      {step.error && <ProblemNotice error={step.error} />}
      {isCallingOff && <CallOffDialog call={call} onClose={() => setCallingOff(false)} />}
    </div>
  );
}

/** Whether the own organization writes proposals at all, for calls of others, and the call takes some, or will. */
function useWouldApply({ number, window, organization: runner }: Call): boolean {
  const organization = useActingOrganization();
  const isForOthers = runner?.id !== organization.id;
  return number > 0 && window !== null && isForOthers && mayWrite(organization, 'proposal.create');
}

function ApplyLink({ call }: { call: Call }) {
  const text = useText();
  const { slug } = useActingOrganization();
  const wouldApply = useWouldApply(call);
  if (!wouldApply || !call.window?.isOpen || call.unmetRules.length > 0) return null;
  return (
    <Button renderRoot={(props) => <PathLink path={`/o/${slug}/proposals/new?call=${call.id}`} {...props} />}>
      {text('calls.apply')}
    </Button>
  );
}

/** Why the own organization cannot lead a proposal, by the numbers of the rules. */
function NotOpen({ call }: { call: Call }) {
  const text = useText();
  const { formatList } = useIntl();
  const wouldApply = useWouldApply(call);
  if (!wouldApply || call.unmetRules.length === 0) return null;
  return (
    <p className={record.sub}>{text('calls.not-open', { rules: formatList(call.unmetRules.map(String)) })}</p>
  );
}

/** To the projects of a call that was decided, for who runs it. */
function ProjectsLink({ call }: { call: Call }) {
  const text = useText();
  const { id, slug } = useActingOrganization();
  if (call.organization?.id !== id || call.state !== 'decided') return null;
  return (
    <Button
      variant="default"
      renderRoot={(props) => <PathLink path={`/o/${slug}/projects/of-call/${call.id}`} {...props} />}
    >
      {text('nav.projects')}
    </Button>
  );
}

function EditLink({ call, screen }: { call: Call; screen: 'edit' | 'change' }) {
  const text = useText();
  const { slug } = useActingOrganization();
  return (
    <Button
      variant={screen === 'edit' ? 'filled' : 'default'}
      renderRoot={(props) => (
        <Link
          to="/o/$organization/calls/$"
          params={{ organization: slug, _splat: `${call.id}/${screen}` }}
          {...props}
        />
      )}
    >
      {text(`calls.do.${screen}`)}
    </Button>
  );
}

function CallOffDialog({ call, onClose }: { call: Call; onClose: () => void }) {
  const text = useText();
  const organization = useActingOrganization();
  const [reason, setReason] = useState('');
  const callOff = useMutation({
    mutationFn: () => {
      const params = { path: { id: call.id }, header: ifMatch(call.version) };
      return read(api.POST('/api/v1/calls/{id}/call-off', { params, body: { reason } }));
    },
    onSuccess: (moved) => {
      acceptCall(organization.id, moved);
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (reason.trim() !== '') callOff.mutate();
  };
  return (
    <Dialog title={text('calls.do.callOff')} onClose={onClose}>
      <form noValidate onSubmit={submit} className={styles.fields}>
        <p>{text('calls.callOff.text')}</p>
        <TextAreaField
          name="reason"
          label={text('calls.reason')}
          lang={call.language}
          maxLength={2_000}
          required
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {callOff.error && <ProblemNotice error={callOff.error} />}
        <div className={styles.bar}>
          <Button type="submit" loading={callOff.isPending} disabled={reason.trim() === ''}>
            {text('calls.do.callOff')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {text('action.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
