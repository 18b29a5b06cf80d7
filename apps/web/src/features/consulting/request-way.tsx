import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Callout } from '../../components/callout.js';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import { useCodeText, useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { OrganizationName } from '../../records/organization-name.js';
import { CaseText } from './case-text.js';
import { caseQuery, historyQuery, invitedQuery, useStep } from './consulting-way.js';
import { DeskActions, DeskEndings } from './desk-actions.js';
import { ExpertPart } from './expert-part.js';
import { InviteForm } from './invite-form.js';
import { QuoteComparison } from './quote-comparison.js';
import type { ConsultingRequest } from './requests.js';
import { WordsForm } from './words-form.js';

/** Everything that happens to a request after it was sent, for whoever reads it. */
export function RequestWay({ request }: { request: ConsultingRequest }) {
  const organization = useActingOrganization();
  const isOwn = request.organizationId === organization.id;
  const isDesk = !isOwn && organization.kind === 'secretariat';
  const { abilities } = request;
  return (
    <>
      <Clock request={request} />
      <Answer request={request} />
      {abilities.giveInformation && <GiveInformation request={request} />}
      {organization.kind === 'consultancy' && !isOwn && <ExpertPart request={request} />}
      {isDesk && <DeskActions request={request} />}
      {(isOwn || isDesk) && <Experts request={request} />}
      {isDesk && <DeskEndings request={request} />}
      <Story request={request} />
      {abilities.cancel && <Cancel request={request} />}
    </>
  );
}

function Experts({ request }: { request: ConsultingRequest }) {
  const { invite, name } = request.abilities;
  return (
    <>
      {(invite || name) && <InviteForm key={request.id} request={request} />}
      <Invited request={request} />
      <QuoteComparison request={request} />
    </>
  );
}

function Clock({ request }: { request: ConsultingRequest }) {
  const text = useText();
  const { slug } = useActingOrganization();
  const { waitsOn, dueAt, dueIsKnown } = request;
  if (waitsOn === 'nobody') return null;
  if (waitsOn === 'engagement')
    return (
      <Callout tone="info" title={text('way.waits.engagement')}>
        <Link to="/o/$organization/engagements" params={{ organization: slug }}>
          {text('way.to-engagements')}
        </Link>
      </Callout>
    );
  return (
    <Callout tone="info" title={text(`way.waits.${waitsOn}`)}>
      {dueAt && (
        <p>
          {text('way.until')} <LocalTime at={dueAt} as="deadline" />
        </p>
      )}
      {!dueIsKnown && <p>{text('way.calendar-unknown')}</p>}
    </Callout>
  );
}

function Answer({ request }: { request: ConsultingRequest }) {
  const text = useText();
  const organization = useActingOrganization();
  const { answeredCaseId, answeredCityId } = request;
  const { data: found } = useQuery({
    ...caseQuery(organization.id, answeredCaseId ?? ''),
    enabled: answeredCaseId !== null,
  });
  if (answeredCaseId === null && answeredCityId === null) return null;
  return (
    <Panel title={text('way.answer')}>
      {found && <CaseText found={found} />}
      {answeredCityId && (
        <p>
          {text('way.answer.city')} <OrganizationName id={answeredCityId} />
        </p>
      )}
    </Panel>
  );
}

function GiveInformation({ request }: { request: ConsultingRequest }) {
  const text = useText();
  const step = useStep(request);
  return (
    <Panel title={text('way.give-information')}>
      <WordsForm
        name="information"
        label={text('way.information')}
        action={text('way.give-information.do')}
        isPending={step.isPending}
        error={step.error}
        onSend={(said) => step.mutate({ verb: 'give-information', said })}
      />
    </Panel>
  );
}

/** For good, and everybody who was asked hears of it: not by one click. */
function Cancel({ request }: { request: ConsultingRequest }) {
  const text = useText();
  const step = useStep(request);
  const [isSure, setSure] = useState(false);
  if (!isSure)
    return (
      <div>
        <Button variant="subtle" color="red" onClick={() => setSure(true)}>
          {text('way.cancel')}
        </Button>
      </div>
    );
  return (
    <Callout tone="warning" title={text('way.cancel.sure')}>
      <span className={record.side}>
        <Button
          color="red"
          loading={step.isPending}
          onClick={() => step.mutate({ verb: 'cancel', said: null })}
        >
          {text('way.cancel.do')}
        </Button>
        <Button variant="subtle" onClick={() => setSure(false)}>
          {text('way.cancel.keep')}
        </Button>
      </span>
      {step.error && <ProblemNotice error={step.error} />}
    </Callout>
  );
}

function Invited({ request }: { request: ConsultingRequest }) {
  const text = useText();
  const organization = useActingOrganization();
  const { data } = useQuery(invitedQuery(organization.id, request.id));
  if (!data || data.items.length === 0) return null;
  return (
    <Panel
      title={text('way.invited')}
      rows={data.items.map((invitation) => (
        <li key={invitation.id} className={record.row}>
          <div className={record.main}>
            <OrganizationName id={invitation.organizationId} />
            {invitation.reason && <p className={record.sub}>{text(`way.decline.${invitation.reason}`)}</p>}
            {invitation.words && (
              <LangText as="p" language={invitation.language ?? 'en'}>
                {invitation.words}
              </LangText>
            )}
            {invitation.state === 'invited' && (
              <p className={record.sub}>
                {text('way.until')} <LocalTime at={invitation.dueAt} as="deadline" />
              </p>
            )}
          </div>
          <Tag tone={invitation.state === 'accepted' ? 'success' : 'neutral'}>
            {text(`way.invitation.${invitation.state}`)}
          </Tag>
        </li>
      ))}
    />
  );
}

function Story({ request }: { request: ConsultingRequest }) {
  const text = useText();
  const code = useCodeText();
  const organization = useActingOrganization();
  const { data } = useQuery(historyQuery(organization.id, request.id));
  if (!data || data.steps.length === 0) return null;
  return (
    <Panel
      title={text('way.story')}
      rows={data.steps.map((step) => (
        <li key={step.id} className={record.row}>
          <div className={record.main}>
            <span>{code('way.step', step.verb, 'way.step.other')}</span>
            {step.code && <p className={record.sub}>{code('way.because', step.code, 'way.because.other')}</p>}
            {step.words && (
              <LangText as="p" language={step.language ?? 'en'} className={record.prose}>
                {step.words}
              </LangText>
            )}
          </div>
          <LocalTime at={step.at} as="moment" />
        </li>
      ))}
    />
  );
}
