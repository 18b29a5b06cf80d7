import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { getRouteApi, Link, Navigate } from '@tanstack/react-router';
import { BothNames } from '../../components/both-names.js';
import { Callout } from '../../components/callout.js';
import { ContactButton } from '../../components/contact-button.js';
import { EmptyState } from '../../components/empty-state.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { ProfileProgress } from '../../components/profile-progress.js';
import record from '../../components/record.module.css';
import { FictionalMark, Tag } from '../../components/tag.js';
import { Waiting } from '../../components/waiting.js';
import { useCodeText, useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { type Organization, organizationQuery, profileQuery } from '../../lib/organizations.js';
import { mayWrite } from '../../lib/rights.js';
import { ConsultantRatings } from './consultant-ratings.js';
import { EntriesView } from './entries-view.js';
import { OrganizationFacts } from './organization-facts.js';
import { ProfileFacts } from './profile-facts.js';
import { RecommendedBadge, Recommendations } from './recommendations.js';
import { TakeProfile } from './take-profile.js';

const route = getRouteApi('/signed-in/o/$organization/organizations/$organizationId');

/** Who an organization is and what it states of itself. */
export function OrganizationPage() {
  const text = useText();
  const codeText = useCodeText();
  const acting = useActingOrganization();
  const { organizationId } = route.useParams();
  const query = useQuery(organizationQuery(acting.id, organizationId));
  const organization = query.data;
  if (query.error && !organization) {
    return (
      <>
        <PageTitle title={text('organizations.one')} />
        <ProblemNotice error={query.error} />
      </>
    );
  }
  if (!organization) return <Waiting rows={3} height={120} />;
  // A second entry that was merged leads to the one that goes on.
  if (organization.id !== organizationId) {
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
        title={organization.name}
        heading={<BothNames organization={organization} />}
        lead={
          <span className={record.side}>
            <Tag>{text(`organization.kind.${organization.kind}`)}</Tag>
            {organization.fictional && <FictionalMark />}
            <RecommendedBadge id={organization.id} />
            {organization.state !== 'active' && (
              <Tag tone="warning">{text(`organizations.state.${organization.state}`)}</Tag>
            )}
          </span>
        }
      />
      <div className={record.stack}>
        {organization.fictional && <Callout tone="info">{text('fictional.explained')}</Callout>}
        <Contact organization={organization} />
        <Panel title={text('organizations.facts')} aside={<Management organization={organization} />}>
          <OrganizationFacts organization={organization} />
        </Panel>
        <Recommendations id={organization.id} />
        {acting.id === organization.id && <ProfileProgress always />}
        <ProfilePart organization={organization} />
        {organization.kind === 'consultancy' && <ConsultantRatings id={organization.id} />}
        <EntriesView organization={organization} />
        {organization.abilities.seeMembers && organization.members.length > 0 && (
          <Panel
            title={text('organizations.members')}
            rows={organization.members.map((member) => (
              <li key={member.personId} className={record.row}>
                <span className={record.main}>
                  {member.displayName}
                  {member.latinName && <span className={record.sub}> {member.latinName}</span>}
                </span>
                <span className={record.side}>
                  {member.signatory && <Tag>{text('organizations.signatory')}</Tag>}
                  <Tag>
                    {codeText('organizations.role', member.role, 'organizations.role.other', {
                      role: member.role,
                    })}
                  </Tag>
                </span>
              </li>
            ))}
          />
        )}
      </div>
    </>
  );
}

/** What may be done with it: by its owners, and by the secretariat where nobody acts for it or it is a second entry. */
function Management({ organization: { id, abilities } }: { organization: Organization }) {
  const text = useText();
  const acting = useActingOrganization();
  const link = (label: string, anchor: (props: object) => ReactNode) => (
    <Button variant="default" renderRoot={anchor}>
      {label}
    </Button>
  );
  if (id === acting.id && abilities.update) {
    return link(text('settings.open'), (props) => (
      <Link to="/o/$organization/settings" params={{ organization: acting.slug }} {...props} />
    ));
  }
  if (id === acting.id) return null;
  const params = { organization: acting.slug, organizationId: id };
  return (
    <>
      {abilities.inviteOwner &&
        link(text('organizations.invite-owner'), (props) => (
          <Link to="/o/$organization/organizations/$organizationId/owner" params={params} {...props} />
        ))}{' '}
      {abilities.merge &&
        link(text('merger.open'), (props) => (
          <Link to="/o/$organization/organizations/$organizationId/merge" params={params} {...props} />
        ))}
    </>
  );
}

function ProfilePart({ organization }: { organization: Organization }) {
  const text = useText();
  const acting = useActingOrganization();
  const profile = useQuery(profileQuery(acting.id, organization.id));
  const isOwn = acting.id === organization.id;
  const edit = isOwn && mayWrite(acting, 'profile.update') && (
    <Button
      variant="default"
      renderRoot={(props) => (
        <Link
          to="/o/$organization/organizations/$organizationId/profile"
          params={{ organization: acting.slug, organizationId: organization.id }}
          {...props}
        />
      )}
    >
      {text(profile.data ? 'organizations.profile.edit' : 'organizations.profile.write')}
    </Button>
  );
  if (profile.error) return <ProblemNotice error={profile.error} onRetry={() => void profile.refetch()} />;
  if (profile.data === undefined) return <Waiting rows={1} height={160} />;
  if (profile.data === null) {
    return (
      <EmptyState because="nothing" title={text('organizations.profile.none')} action={edit}>
        {isOwn && text('organizations.profile.none.own')}
      </EmptyState>
    );
  }
  return (
    <Panel
      title={text('organizations.profile')}
      aside={
        <span className={record.side}>
          {edit}
          <TakeProfile organization={organization} />
        </span>
      }
    >
      <ProfileFacts profile={profile.data} kind={organization.kind} />
    </Panel>
  );
}

/** A way to talk to an organization one does not know yet. */
function Contact({ organization }: { organization: Organization }) {
  const acting = useActingOrganization();
  const isOther = acting.id !== organization.id && organization.state === 'active';
  if (!isOther || !mayWrite(acting, 'conversation.post')) return null;
  return (
    <p>
      <ContactButton organizationId={organization.id} />
    </p>
  );
}
