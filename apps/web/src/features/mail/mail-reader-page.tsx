import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { LangText } from '../../components/lang-text.js';
import { LinkedText } from '../../components/linked-text.js';
import { LocalTime } from '../../components/local-time.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Waiting } from '../../components/waiting.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { capturedMailQuery } from './captured-mails.js';
import { linksIn } from '../../components/links-in.js';
import { Facts } from '../../records/facts.js';
import styles from './mail.module.css';

const route = getRouteApi('/signed-in/o/$organization/mail/$mailId');

/**
 * One mail as its reader would have had it. Only the plain text is shown: the HTML part is made for mail programs
 * and has no business in this page.
 */
export function MailReaderPage() {
  const text = useText();
  const organization = useActingOrganization();
  const { mailId } = route.useParams();
  const { data: mail, error, refetch } = useQuery(capturedMailQuery(organization.id, mailId));
  const title = mail?.subject ?? text('mail.one');
  const link = mail && linksIn(mail.text).find(({ href }) => href !== null)?.href;
  return (
    <>
      <p className={styles.back}>
        <Link to="/o/$organization/mail" params={{ organization: organization.slug }}>
          <IconArrowLeft size={18} stroke={1.5} aria-hidden /> {text('mail.back')}
        </Link>
      </p>
      <PageTitle title={title} heading={<LangText language={mail?.language}>{title}</LangText>} />
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!mail && !error && <Waiting rows={2} height={120} />}
      {mail && (
        <div className={record.stack}>
          <Panel>
            <Facts
              facts={[
                [text('mail.receiver'), mail.to],
                [text('mail.sent'), <LocalTime key="sent" at={mail.sentAt} as="stamp" />],
              ]}
            />
          </Panel>
          <Panel title={text('mail.text')}>
            <LangText as="div" language={mail.language} className={record.prose}>
              <LinkedText text={mail.text} />
            </LangText>
            {link && (
              <p className={styles.link}>
                <Button component="a" href={link}>
                  {text('mail.open-link')}
                </Button>
              </p>
            )}
          </Panel>
        </div>
      )}
    </>
  );
}
