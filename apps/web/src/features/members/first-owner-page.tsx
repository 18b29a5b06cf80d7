import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate } from '@tanstack/react-router';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Waiting } from '../../components/waiting.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { organizationQuery } from '../../lib/organizations.js';
import { Invitations } from './invitations.js';
import { InviteForm } from './invite-form.js';
import { highestRole } from './roles.js';

const route = getRouteApi('/signed-in/o/$organization/organizations/$organizationId/owner');

/** The secretariat invites the first owner of an organization for which nobody acts yet. */
export function FirstOwnerPage() {
  const text = useText();
  const acting = useActingOrganization();
  const { organizationId } = route.useParams();
  const { data: organization, error } = useQuery(organizationQuery(acting.id, organizationId));
  if (error && !organization) return <ProblemNotice error={error} />;
  if (!organization) return <Waiting rows={3} height={96} />;
  if (!organization.abilities.inviteOwner || organization.id !== organizationId) {
    return (
      <Navigate
        to="/o/$organization/organizations/$organizationId"
        params={{ organization: acting.slug, organizationId: organization.id }}
        replace
      />
    );
  }
  return (
    <>
      <PageTitle
        title={text('members.first-owner.title', { organization: organization.name })}
        lead={text('members.first-owner.lead', { organization: organization.name })}
      />
      <div className={record.stack}>
        <Invitations organizationId={organization.id} />
        <Panel title={text('members.invite')}>
          <InviteForm organization={organization} roles={[highestRole(organization.kind)]} />
        </Panel>
      </div>
    </>
  );
}
