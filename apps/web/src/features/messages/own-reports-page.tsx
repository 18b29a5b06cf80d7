import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '../../components/empty-state.js';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import { PageTitle } from '../../components/page-title.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { Tag } from '../../components/tag.js';
import { Waiting } from '../../components/waiting.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { ownReportsQuery } from './contacts.js';
import styles from './desk.module.css';
import { languageOfText } from './language-of-text.js';

/** What the reader reported, and how it ended. */
export function OwnReportsPage() {
  const text = useText();
  const organization = useActingOrganization();
  const { data, error, refetch } = useQuery(ownReportsQuery(organization.id));
  return (
    <>
      <PageTitle title={text('moderation.own')} lead={text('moderation.own.lead')} />
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting rows={3} height={80} />}
      {data?.items.length === 0 && (
        <EmptyState because="nothing" title={text('moderation.own.none')}>
          {text('moderation.own.none.text')}
        </EmptyState>
      )}
      <ul className={styles.cases}>
        {data?.items.map((report) => (
          <li key={report.id} className={styles.case}>
            <p className={styles.head}>
              <strong>{report.caseNumber}</strong>
              <Tag>{text(`rooms.reason.${report.reason}`)}</Tag>
              <Tag>{text(`moderation.state.${report.state}`)}</Tag>
            </p>
            <p className={styles.note}>
              <LocalTime at={report.decidedAt ?? report.filedAt} as="stamp" /> ·{' '}
              {text(report.seq === null ? 'moderation.about.room' : 'moderation.about.message')} ·{' '}
              <Link
                to="/o/$organization/messages/$conversationId"
                params={{ organization: organization.slug, conversationId: report.conversationId }}
                state={report.seq === null ? {} : { around: report.seq }}
              >
                {text('rooms.open')}
              </Link>
            </p>
            {report.note && (
              <LangText as="p" language={languageOfText(report.note)} className={styles.words}>
                {report.note}
              </LangText>
            )}
            {report.outcome && (
              <LangText
                as="p"
                language={report.outcomeLanguage ?? languageOfText(report.outcome)}
                className={styles.words}
              >
                {report.outcome}
              </LangText>
            )}
            {report.isRemoved && <p className={styles.note}>{text('moderation.removed')}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}
