import { Button, Checkbox, SegmentedControl, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
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
  const [decided, setDecided] = useState<string | null>(null);
  const list = usePages(reportsQuery(organization.id, state));
  return (
    <>
      <PageTitle title={text('nav.moderation')} lead={text('moderation.lead')} />
      <SegmentedControl
        className={styles.boxes}
        aria-label={text('nav.moderation')}
        value={state}
        onChange={(value) => setState(value === 'decided' ? 'decided' : 'received')}
        data={[
          { value: 'received', label: text('moderation.waiting') },
          { value: 'decided', label: text('moderation.decided') },
        ]}
      />
      <p role="status" tabIndex={-1} ref={useFocusOn(decided)} className={styles.done}>
        {decided !== null && text('moderation.done', { number: decided })}
      </p>
      <PagedList
        list={list}
        rowHeight={200}
        noneFiltered=""
        none={
          state === 'received'
            ? { title: text('moderation.none'), text: text('moderation.none.text') }
            : { title: text('moderation.none.decided') }
        }
      >
        {(reports) => (
          <ul className={styles.cases}>
            {reports.map((report) => (
              <Case key={report.id} report={report} onDecided={() => setDecided(report.caseNumber)} />
            ))}
          </ul>
        )}
      </PagedList>
    </>
  );
}

/** Where the focus goes once there is something new to read, for the button that was pressed is gone. */
function useFocusOn(news: string | null) {
  const place = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (news !== null) place.current?.focus();
  }, [news]);
  return place;
}

function Case({ report, onDecided }: { report: MessageReport; onDecided: () => void }) {
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
        · <LocalTime at={report.filedAt} as="stamp" /> ·{' '}
        {text(seq === null ? 'moderation.about.room' : 'moderation.about.message')}
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
            <Words body={message.body} language={message.language} />
            {message.isDeleted && <p className={styles.note}>{text('rooms.deleted')}</p>}
            {message.formerly.length > 0 && (
              <>
                <p className={styles.note}>{text('moderation.formerly')}</p>
                {message.formerly.map((body, number) => (
                  <Words key={number} body={body} language={message.language} />
                ))}
              </>
            )}
          </li>
        ))}
      </ol>
      {outcome && (
        <LangText as="p" language={outcomeLanguage ?? languageOfText(outcome)} className={styles.words}>
          {outcome}
        </LangText>
      )}
      {report.isRemoved && <p className={styles.note}>{text('moderation.removed')}</p>}
      {state === 'received' && mayWrite(organization, 'moderation.decide') && (
        <Decision report={report} onDecided={onDecided} />
      )}
    </li>
  );
}

function Words({ body, language }: { body: string; language: string | null }) {
  if (body === '') return null;
  return (
    <LangText as="p" language={language ?? languageOfText(body)} className={styles.words}>
      <LinkedText text={body} />
    </LangText>
  );
}

function Decision({ report, onDecided }: { report: MessageReport; onDecided: () => void }) {
  const { id, seq } = report;
  const text = useText();
  const organization = useActingOrganization();
  const [outcome, setOutcome] = useState('');
  const [removesMessage, setRemoves] = useState(false);
  const [isTried, setTried] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const decide = useMutation({
    mutationFn: (verb: 'uphold' | 'dismiss') => {
      const language = languageOfText(outcome);
      const body = { outcome, removesMessage, ...(language !== null && { language }) };
      return read(api.POST(`/api/v1/message-reports/{id}/${verb}`, { params: { path: { id } }, body }));
    },
    onSuccess: () => {
      onDecided();
      return queryClient.invalidateQueries({ queryKey: reportsKey(organization.id) });
    },
  });
  const isSaid = outcome.trim() !== '';
  const send = (verb: 'uphold' | 'dismiss'): void => {
    setTried(true);
    if (isSaid) decide.mutate(verb);
    else field.current?.focus();
  };
  return (
    <div className={styles.decision}>
      <Textarea
        ref={field}
        label={text('moderation.outcome')}
        required
        minRows={2}
        maxLength={2_000}
        value={outcome}
        error={isTried && !isSaid && text('moderation.missing')}
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
        <Button loading={decide.isPending} onClick={() => send('uphold')}>
          {text('moderation.uphold')}
        </Button>
        <Button variant="default" disabled={decide.isPending} onClick={() => send('dismiss')}>
          {text('moderation.dismiss')}
        </Button>
      </p>
    </div>
  );
}
