import { Button, SegmentedControl } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import { PageTitle } from '../../components/page-title.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { Tag } from '../../components/tag.js';
import { useRichText, useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { api, read } from '../../lib/api.js';
import { usePages } from '../../lib/pages.js';
import { queryClient } from '../../lib/query.js';
import { mayWrite } from '../../lib/rights.js';
import { OrganizationName } from '../../records/organization-name.js';
import { PagedList } from '../../records/paged-list.js';
import { type ContactRequest, contactRequestsQuery, contactRulesQuery, contactsKey } from './contacts.js';
import { personName, refreshConversations } from './conversations.js';
import { languageOfText } from './language-of-text.js';
import styles from './desk.module.css';

// Below the requests, which are what most come for.
const ContactChoices = lazy(async () => ({ default: (await import('./contact-choices.js')).ContactChoices }));

/** Who would like to talk to the organization, and whom it asked; with the rule both sides go by. */
export function ContactRequestsPage() {
  const text = useText();
  const organization = useActingOrganization();
  const [box, setBox] = useState<'received' | 'sent'>('received');
  const list = usePages(contactRequestsQuery(organization.id, box));
  const { data: rules } = useQuery(contactRulesQuery(organization.id));
  return (
    <>
      <PageTitle title={text('rooms.requests')} lead={text('rooms.requests.lead')} />
      <p className={styles.note}>{text('rooms.rule')}</p>
      {rules && (
        <p className={styles.note}>
          {text('rooms.quota', {
            ...{
              waiting: rules.waiting,
              most: rules.quota.waiting,
              sent: rules.sent,
              limit: rules.quota.sent,
            },
            ...{ days: rules.quota.days, answer: rules.quota.answerDays, pause: rules.quota.pauseDays },
          })}
        </p>
      )}
      <SegmentedControl
        className={styles.boxes}
        aria-label={text('rooms.requests')}
        value={box}
        onChange={(value) => setBox(value === 'sent' ? 'sent' : 'received')}
        data={[
          { value: 'received', label: text('rooms.received') },
          { value: 'sent', label: text('rooms.sent') },
        ]}
      />
      <PagedList
        list={list}
        rowHeight={120}
        noneFiltered=""
        none={{
          title: text('rooms.requests.none'),
          text: text(`rooms.${box}.none.text`),
          action: box === 'sent' && (
            <Button
              variant="default"
              renderRoot={(own) => (
                <Link to="/o/$organization/directory" params={{ organization: organization.slug }} {...own} />
              )}
            >
              {text('nav.directory')}
            </Button>
          ),
        }}
      >
        {(requests) => (
          <ul className={styles.cases}>
            {requests.map((request) => (
              <RequestRow key={request.id} request={request} box={box} />
            ))}
          </ul>
        )}
      </PagedList>
      <Suspense>
        <ContactChoices />
      </Suspense>
    </>
  );
}

function RequestRow({ request, box }: { request: ContactRequest; box: 'received' | 'sent' }) {
  const text = useText();
  const rich = useRichText();
  const { state, isLapsed, message, language } = request;
  const other = box === 'received' ? request.from : request.to;
  return (
    <li className={styles.case}>
      <p className={styles.head}>
        <strong>
          <OrganizationName id={other.id} />
        </strong>
        <Tag>{text(isLapsed ? 'rooms.state.lapsed' : `rooms.state.${state}`)}</Tag>
      </p>
      <p className={styles.note}>
        {personName({ displayName: request.fromName }, text('messages.someone'))} ·{' '}
        <LocalTime at={request.sentAt} as="stamp" />
        {state === 'waiting' && !isLapsed && (
          <> · {rich('rooms.until', { time: <LocalTime key="time" at={request.expiresAt} as="date" /> })}</>
        )}
      </p>
      <LangText as="p" language={language ?? languageOfText(message)} className={styles.words}>
        {message}
      </LangText>
      <Answer request={request} box={box} />
    </li>
  );
}

/** What one may do about a request. */
function Answer({ request, box }: { request: ContactRequest; box: 'received' | 'sent' }) {
  const text = useText();
  const organization = useActingOrganization();
  const { id, state, isLapsed, conversationId } = request;
  const answer = useMutation({
    mutationFn: (verb: 'accept' | 'decline' | 'withdraw') =>
      read(api.POST(`/api/v1/contact-requests/{id}/${verb}`, { params: { path: { id } } })),
    onSettled: () => {
      refreshConversations(organization.id);
      return queryClient.invalidateQueries({ queryKey: contactsKey(organization.id) });
    },
  });
  const isOpen = state === 'waiting' && !isLapsed && mayWrite(organization, 'conversation.post');
  return (
    <>
      {answer.error && <ProblemNotice error={answer.error} />}
      <p className={styles.buttons}>
        {isOpen && box === 'received' && (
          <>
            <Button loading={answer.isPending} onClick={() => answer.mutate('accept')}>
              {text('rooms.accept')}
            </Button>
            <Button variant="default" disabled={answer.isPending} onClick={() => answer.mutate('decline')}>
              {text('rooms.decline')}
            </Button>
          </>
        )}
        {isOpen && box === 'sent' && (
          <Button variant="default" loading={answer.isPending} onClick={() => answer.mutate('withdraw')}>
            {text('rooms.withdraw')}
          </Button>
        )}
        {conversationId && (
          <Link
            to="/o/$organization/messages/$conversationId"
            params={{ organization: organization.slug, conversationId }}
          >
            {text('rooms.open')}
          </Link>
        )}
      </p>
    </>
  );
}
