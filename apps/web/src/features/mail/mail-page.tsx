import { Link } from '@tanstack/react-router';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import record from '../../components/record.module.css';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { type CapturedMailCard, capturedMailsQuery } from './captured-mails.js';
import { usePages } from '../../lib/pages.js';
import { PagedList } from '../../records/paged-list.js';

/** What would have been sent, had there been a mail server. */
export function MailPage() {
  const text = useText();
  const organization = useActingOrganization();
  const list = usePages(capturedMailsQuery(organization.id));
  return (
    <>
      <PageTitle title={text('nav.mail')} lead={text('mail.lead')} />
      <PagedList
        list={list}
        rowHeight={64}
        noneFiltered=""
        none={{ title: text('mail.none'), text: text('mail.none.text') }}
      >
        {(mails) => (
          <Panel
            rows={mails.map((mail) => (
              <MailRow key={mail.id} mail={mail} />
            ))}
          />
        )}
      </PagedList>
    </>
  );
}

function MailRow({ mail }: { mail: CapturedMailCard }) {
  const text = useText();
  const { slug } = useActingOrganization();
  return (
    <li className={record.row}>
      <div className={record.main}>
        <Link to="/o/$organization/mail/$mailId" params={{ organization: slug, mailId: mail.id }}>
          <LangText language={mail.language}>{mail.subject}</LangText>
        </Link>
        <p className={record.sub}>{text('mail.to', { address: mail.to })}</p>
      </div>
      <p className={record.sub}>
        <LocalTime at={mail.sentAt} as="stamp" />
      </p>
    </li>
  );
}
