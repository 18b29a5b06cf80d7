import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import { Panel } from '../../components/panel.js';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { ownInvitationsQuery } from './consulting-way.js';

/** What an expert was asked to take, with the own quotes. */
export function OwnInvitations() {
  const text = useText();
  const organization = useActingOrganization();
  const { data } = useQuery(ownInvitationsQuery(organization.id));
  if (!data || data.items.length === 0) return null;
  return (
    <Panel
      title={text('way.own-invitations')}
      rows={data.items.map(({ invitation, request, quote }) => (
        <li key={invitation.id} className={record.row}>
          <div className={record.main}>
            <Link
              to="/o/$organization/consulting/$requestId"
              params={{ organization: organization.slug, requestId: request.id }}
            >
              <LangText language={request.language}>{request.title}</LangText>
            </Link>
            <p className={record.sub}>
              {invitation.state === 'invited' && (
                <>
                  {text('way.until')} <LocalTime at={invitation.dueAt} as="deadline" />
                </>
              )}
              {quote && text(`way.quote.${quote.state}`)}
            </p>
          </div>
          <Tag tone={invitation.state === 'invited' ? 'warning' : 'neutral'}>
            {text(`way.invitation.${invitation.state}`)}
          </Tag>
        </li>
      ))}
    />
  );
}
