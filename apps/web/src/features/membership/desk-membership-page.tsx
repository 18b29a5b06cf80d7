import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { PageTitle } from '../../components/page-title.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { FictionalMark } from '../../components/tag.js';
import { Waiting } from '../../components/waiting.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { membershipQuery } from './memberships.js';
import { MembershipView } from './membership-view.js';
import { PutToVoteForm } from './put-to-vote-form.js';
import { RatifyForm } from './ratify-form.js';
import { ReceiveFeeForm } from './receive-fee-form.js';
import { RejectForm } from './reject-form.js';

const route = getRouteApi('/signed-in/o/$organization/membership-desk/$membershipId');

/** One membership on the secretariat's desk, with what may be decided now. */
export function DeskMembershipPage() {
  const text = useText();
  const organization = useActingOrganization();
  const { membershipId } = route.useParams();
  const { data: membership, error } = useQuery(membershipQuery(organization.id, membershipId));
  if (error && !membership) {
    return (
      <>
        <PageTitle title={text('nav.membership')} />
        <ProblemNotice error={error} />
      </>
    );
  }
  if (!membership) return <Waiting rows={4} height={96} />;
  const { abilities, voteId, organization: member, version } = membership;
  return (
    <>
      <PageTitle
        title={member.name}
        heading={
          <>
            {member.name} {member.fictional && <FictionalMark />}
          </>
        }
      />
      <div className={record.stack}>
        <MembershipView membership={membership} />
        {voteId && (
          <p>
            <Link to="/o/$organization/votes/$voteId" params={{ organization: organization.slug, voteId }}>
              {text('membership.desk.vote')}
            </Link>
          </p>
        )}
        {abilities.putToVote && <PutToVoteForm key={`vote ${version}`} membership={membership} />}
        {abilities.reject && <RejectForm key={`reject ${version}`} membership={membership} />}
        {abilities.receiveFee && <ReceiveFeeForm key={`fee ${version}`} membership={membership} />}
        {abilities.ratify && <RatifyForm key={`ratify ${version}`} membership={membership} />}
      </div>
    </>
  );
}
