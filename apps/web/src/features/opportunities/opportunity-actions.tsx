import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Callout } from '../../components/callout.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { ApiProblem } from '../../lib/api-problem.js';
import type { Opportunity } from '../../lib/opportunities.js';
import { mayWrite } from '../../lib/rights.js';
import { type DialogVerb, StepDialog } from './opportunity-dialogs.js';
import { type PlainVerb, useDuplicate, useOpportunityStep } from './opportunity-verbs.js';

/** In the order people need them; what the server does not allow now is not there. */
const OWN: readonly (PlainVerb | DialogVerb)[] = [
  'renew',
  'resume',
  'askLook',
  'fill',
  'reportOutcome',
  'pause',
  'takeBack',
  'close',
  'discard',
];
const SECRETARIAT: readonly (PlainVerb | DialogVerb)[] = ['approve', 'release', 'sendBack', 'hold'];
const PLAIN: readonly string[] = ['resume', 'askLook', 'pause', 'takeBack', 'discard', 'approve', 'release'];
const FIRST: readonly string[] = ['renew', 'resume', 'askLook', 'approve', 'release', 'reportOutcome'];

const isPlain = (verb: PlainVerb | DialogVerb): verb is PlainVerb => PLAIN.includes(verb);

/** Everything that can be done with an opportunity now. */
export function OpportunityActions({ opportunity, isOwn }: { opportunity: Opportunity; isOwn: boolean }) {
  const text = useText();
  const organization = useActingOrganization();
  const [asking, setAsking] = useState<DialogVerb | null>(null);
  const step = useOpportunityStep(opportunity);
  const { abilities } = opportunity;
  const verbs = [...OWN, ...SECRETARIAT].filter((verb) => abilities[verb]);
  return (
    <div className={record.stack}>
      <div className={record.side}>
        {abilities.update && <EditLink opportunity={opportunity} />}
        {verbs.map((verb) => (
          <Button
            key={verb}
            variant={FIRST.includes(verb) ? 'filled' : 'default'}
            loading={step.isPending && step.variables.verb === verb}
            onClick={() => (isPlain(verb) ? step.mutate({ verb }) : setAsking(verb))}
          >
            {text(`opportunities.do.${verb}`)}
          </Button>
        ))}
        {isOwn && mayWrite(organization, 'opportunity.create') && <Duplicate opportunity={opportunity} />}
        {opportunity.publishedAt !== null && <ShareLink />}
      </div>
      {step.error && <WhyNot error={step.error} verb={step.variables.verb} />}
      {asking && <StepDialog verb={asking} opportunity={opportunity} onClose={() => setAsking(null)} />}
    </div>
  );
}

/** What the check refuses the secretariat cannot mend; its owner can. */
function WhyNot({ error, verb }: { error: Error; verb: string }) {
  const text = useText();
  const isRefused = verb === 'approve' && error instanceof ApiProblem && error.status === 422;
  if (!isRefused) return <ProblemNotice error={error} />;
  return (
    <Callout tone="danger" announce>
      {text('opportunities.do.approve.refused')}
    </Callout>
  );
}

function EditLink({ opportunity: { id, state } }: { opportunity: Opportunity }): ReactNode {
  const text = useText();
  const { slug } = useActingOrganization();
  return (
    <Button
      variant={state === 'draft' ? 'filled' : 'default'}
      renderRoot={(props) => (
        <Link
          to="/o/$organization/opportunities/$opportunityId/edit"
          params={{ organization: slug, opportunityId: id }}
          {...props}
        />
      )}
    >
      {text(state === 'draft' ? 'opportunities.go-on' : 'opportunities.edit')}
    </Button>
  );
}

function Duplicate({ opportunity }: { opportunity: Opportunity }) {
  const text = useText();
  const { slug } = useActingOrganization();
  const navigate = useNavigate();
  const duplicate = useDuplicate(opportunity);
  const begin = () =>
    duplicate.mutate(undefined, {
      onSuccess: ({ id }) =>
        void navigate({
          to: '/o/$organization/opportunities/$opportunityId/edit',
          params: { organization: slug, opportunityId: id },
        }),
    });
  return (
    <>
      <Button variant="default" loading={duplicate.isPending} onClick={begin}>
        {text('opportunities.duplicate')}
      </Button>
      {duplicate.error && <ProblemNotice error={duplicate.error} />}
    </>
  );
}

/** Every member who opens the address sees the same; whoever is not signed in is asked to. */
function ShareLink() {
  const text = useText();
  const [isCopied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(window.location.href).then(() => setCopied(true));
  return (
    <>
      <Button variant="default" onClick={copy}>
        {text('opportunities.share')}
      </Button>
      <span role="status" className={record.sub}>
        {isCopied && text('opportunities.share.done')}
      </span>
    </>
  );
}
