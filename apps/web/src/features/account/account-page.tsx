import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Callout } from '../../components/callout.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import { useCodeText, useText } from '../../i18n/use-text.js';
import { type Membership, useMe } from '../../lib/me.js';
import { signOut } from '../../lib/session.js';
import { DetailsForm } from './details-form.js';
import { DeviceForm } from './device-form.js';
import { OwnInvitations } from './own-invitations.js';

/** Who one is here: for the account everywhere, for this browser only, and for whom one works. */
export function AccountPage() {
  const text = useText();
  const me = useMe();
  return (
    <>
      <PageTitle
        title={text('nav.account')}
        lead={me.email}
        actions={
          <Button variant="default" onClick={() => void signOut()}>
            {text('account.sign-out')}
          </Button>
        }
      />
      <div className={record.stack}>
        {me.organizations.length === 0 && (
          <Callout tone="info" title={text('account.no-organization')}>
            {text('account.no-organization.text')}
          </Callout>
        )}
        <OwnInvitations />
        <Panel title={text('account.details')}>
          <DetailsForm me={me} />
        </Panel>
        <Panel title={text('security.title')}>
          <Link to="/account/security">{text('security.open')}</Link>
        </Panel>
        <Panel title={text('account.notifications')}>
          <Link to="/account/notifications">{text('account.notifications.open')}</Link>
        </Panel>
        <Panel title={text('account.device')}>
          <DeviceForm />
        </Panel>
        {me.organizations.length > 0 && (
          <Panel
            title={text('account.organizations')}
            rows={me.organizations.map((membership) => (
              <Seat key={membership.id} membership={membership} />
            ))}
          />
        )}
      </div>
    </>
  );
}

function Seat({ membership }: { membership: Membership }) {
  const text = useText();
  const codeText = useCodeText();
  const { slug, name, kind, role, signatory } = membership;
  return (
    <li className={record.row}>
      <div className={record.main}>
        <Link to="/o/$organization" params={{ organization: slug }}>
          {name}
        </Link>
      </div>
      <div className={record.side}>
        <Tag>{text(`organization.kind.${kind}`)}</Tag>
        <Tag>{codeText('account.role', role, 'account.role.other')}</Tag>
        {signatory && <Tag>{text('account.signatory')}</Tag>}
        <Link to="/o/$organization/members" params={{ organization: slug }}>
          {text('members.all')}
        </Link>
      </div>
    </li>
  );
}
