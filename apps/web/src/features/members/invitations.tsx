import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { LocalTime } from '../../components/local-time.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import { Waiting } from '../../components/waiting.js';
import { useText } from '../../i18n/use-text.js';
import { type Invitation, invitationsQuery, people, usePeopleAct } from './members.js';
import { useRoleText } from './roles.js';

/** Invitations that wait for their answer. */
export function Invitations({ organizationId }: { organizationId: string }) {
  const text = useText();
  const { data, error } = useQuery(invitationsQuery(organizationId));
  if (error) return <ProblemNotice error={error} />;
  if (!data) return <Waiting rows={1} />;
  if (data.items.length === 0) return null;
  return (
    <Panel
      title={text('members.invitations')}
      rows={data.items.map((invitation) => (
        <InvitationRow key={invitation.id} organizationId={organizationId} invitation={invitation} />
      ))}
    />
  );
}

function InvitationRow({ organizationId, invitation }: { organizationId: string; invitation: Invitation }) {
  const text = useText();
  const roleText = useRoleText();
  const resend = usePeopleAct(organizationId, people(organizationId).resend);
  const revoke = usePeopleAct(organizationId, people(organizationId).revoke);
  const failed = resend.error ?? revoke.error;
  const { email } = invitation;
  return (
    <li className={record.row}>
      <div className={record.main}>
        <p>{email}</p>
        <p className={record.sub}>
          {text('members.invitation.until')} <LocalTime at={invitation.expiresAt} as="deadline" />
        </p>
        {failed && <ProblemNotice error={failed} />}
        <p role="status">{resend.isSuccess && text('members.invitation.sent-again')}</p>
      </div>
      <div className={record.side}>
        <Tag>{roleText(invitation.role)}</Tag>
        <Button
          variant="default"
          aria-label={text('members.invitation.resend-to', { email })}
          loading={resend.isPending}
          onClick={() => resend.mutate(invitation)}
        >
          {text('members.invitation.resend')}
        </Button>
        <Button
          variant="default"
          aria-label={text('members.invitation.revoke-of', { email })}
          loading={revoke.isPending}
          onClick={() => revoke.mutate(invitation)}
        >
          {text('members.invitation.revoke')}
        </Button>
      </div>
    </li>
  );
}
