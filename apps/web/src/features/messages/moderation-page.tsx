import { Button, Checkbox, SegmentedControl, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { LangText } from '../../components/lang-text.js';
import { LinkedText } from '../../components/linked-text.js';
import { LocalTime } from '../../components/local-time.js';
import { PageTitle } from '../../components/page-title.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { Tag } from '../../components/tag.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { api, read } from '../../lib/api.js';
import { usePages } from '../../lib/pages.js';
import { queryClient } from '../../lib/query.js';
import { mayWrite } from '../../lib/rights.js';
import { PagedList } from '../../records/paged-list.js';
import { type MessageReport, reportsKey, reportsQuery } from './contacts.js';
import { personName } from './conversations.js';
import styles from './desk.module.css';
import { languageOfText } from './language-of-text.js';

/** The moderation queue of the secretariat, the case that waits longest first. */
export function ModerationPage() {
  const text = useText();
  const organization = useActingOrganization();
  const [state, setState] = useState<'received' | 'decided'>('received');
  const list = usePages(reportsQuery(organization.id, state));
  return (
    <>
      <PageTitle title={text('moderation.title')} lead={text('moderation.lead')} />
      <SegmentedControl
        aria-label={text('moderation.title')}
        value={state}
        onChange={(value) => setState(value === 'decided' ? 'decided' : 'received')}
        data={[
          { value: 'received', label: text('moderation.waiting') },
          { value: 'decided', label: text('moderation.decided') },
        ]}
      />
      <PagedList list={list} rowHeight={200} noneFiltered="" none={{ title: text('moderation.none') }}>
        {(reports) => (
          <ul className={styles.cases}>
            {reports.map((report) => (
              <Case key={report.id} report={report} />
            ))}
          </ul>
        )}
      </PagedList>
    </>
  );
}

function Case({ report }: { report: MessageReport }) {
  const text = useText();
  const organization = useActingOrganization();
  const { reason, state, evidence, seq, outcome, outcomeLanguage } = report;
  return (
    <li className={styles.case} data-case={report.caseNumber}>
      <p className={styles.head}>
        <strong>{report.caseNumber}</strong>
        <Tag>{text(`rooms.reason.${reason}`)}</Tag>
        <Tag>{text(`moderation.state.${state}`)}</Tag>
      </p>
      <p className={styles.note}>
        {text('moderation.by', {
          name: personName({ displayName: report.personName }, text('messages.someone')),
          organization: report.organization.name,
        })}{' '}
        · <LocalTime at={report.filedAt} as="stamp" />
      </p>
      {report.note && (
        <LangText as="p" language={report.language ?? languageOfText(report.note)} className={styles.words}>
          {report.note}
        </LangText>
      )}
      <ol className={styles.evidence}>
        {evidence.map((message) => (
          <li key={message.seq} className={message.seq === seq ? styles.reported : undefined}>
            <span className={styles.note}>
              {personName({ displayName: message.senderName }, text('messages.someone'))} ·{' '}
              {message.sender.name} · <LocalTime at={message.postedAt} as="stamp" />
            </span>
            <LangText
              as="p"
              language={message.language ?? languageOfText(message.body)}
              className={styles.words}
            >
              <LinkedText text={message.body} />
            </LangText>
          </li>
        ))}
      </ol>
      {outcome && (
        <LangText as="p" language={outcomeLanguage ?? languageOfText(outcome)} className={styles.words}>
          {outcome}
        </LangText>
      )}
      {report.isRemoved && <p className={styles.note}>{text('moderation.removed')}</p>}
      {state === 'received' && mayWrite(organization, 'moderation.decide') && <Decision report={report} />}
    </li>
  );
}

function Decision({ report: { id, seq } }: { report: MessageReport }) {
  const text = useText();
  const organization = useActingOrganization();
  const [outcome, setOutcome] = useState('');
  const [removesMessage, setRemoves] = useState(false);
  const decide = useMutation({
    mutationFn: (verb: 'uphold' | 'dismiss') => {
      const language = languageOfText(outcome);
      const body = { outcome, removesMessage, ...(language !== null && { language }) };
      return read(api.POST(`/api/v1/message-reports/{id}/${verb}`, { params: { path: { id } }, body }));
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: reportsKey(organization.id) }),
  });
  const isReady = outcome.trim() !== '' && !decide.isPending;
  return (
    <div className={styles.decision}>
      <Textarea
        label={text('moderation.outcome')}
        required
        minRows={2}
        maxLength={2_000}
        value={outcome}
        onChange={(event) => setOutcome(event.currentTarget.value)}
      />
      {seq !== null && (
        <Checkbox
          label={text('moderation.remove')}
          checked={removesMessage}
          onChange={(event) => setRemoves(event.currentTarget.checked)}
        />
      )}
      {decide.error && <ProblemNotice error={decide.error} />}
      <p className={styles.buttons}>
        <Button disabled={!isReady} onClick={() => decide.mutate('uphold')}>
          {text('moderation.uphold')}
        </Button>
        <Button variant="default" disabled={!isReady} onClick={() => decide.mutate('dismiss')}>
          {text('moderation.dismiss')}
        </Button>
      </p>
    </div>
  );
}
