import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Callout } from '../../components/callout.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { type Membership, useMe } from '../../lib/me.js';
import { mayWrite } from '../../lib/rights.js';
import { Invitations } from './invitations.js';
import { InviteForm } from './invite-form.js';
import { MemberRow } from './member-row.js';
import { type MemberPage, membersQuery, people, usePeopleAct } from './members.js';
import { rolesOf } from './roles.js';

/** Who acts for the organization, in which role; owners invite, change, remove and hand over. */
export function MembersPage() {
  const text = useText();
  const organization = useActingOrganization();
  const { data: page } = useSuspenseQuery(membersQuery(organization.id));
  const manages = mayWrite(organization, 'member.manage');
  return (
    <>
      <PageTitle
        title={text('members.title')}
        lead={text('members.lead', { organization: organization.name })}
      />
      <div className={record.stack}>
        <Offer organization={organization} page={page} manages={manages} />
        <Panel
          title={text('members.people')}
          rows={page.items.map((member) => (
            <MemberRow
              key={member.personId}
              organization={organization}
              member={member}
              manages={manages}
              mayOffer={manages && page.ownershipOffer === null}
            />
          ))}
        />
        {manages && (
          <>
            <Invitations organizationId={organization.id} />
            <Panel title={text('members.invite')}>
              <InviteForm organization={organization} roles={rolesOf(organization.kind)} />
            </Panel>
          </>
        )}
        <Leave organization={organization} />
      </div>
    </>
  );
}

/** The hand-over that waits: the successor answers, owners may take it back. */
function Offer(props: { organization: Membership; page: MemberPage; manages: boolean }) {
  const text = useText();
  const me = useMe();
  const { organization, page, manages } = props;
  const answer = usePeopleAct(organization.id, people(organization.id).answer);
  const offer = page.ownershipOffer;
  if (!offer) return null;
  const mine = offer.toPersonId === me.id;
  const nameOf = (id: string): string =>
    page.items.find(({ personId }) => personId === id)?.displayName ?? '';
  const names = { from: nameOf(offer.fromPersonId), to: nameOf(offer.toPersonId) };
  return (
    <Callout
      tone="info"
      title={text(mine ? 'members.offer.mine' : 'members.offer.other', names)}
      action={
        <>
          {mine && (
            <Button loading={answer.isPending} onClick={() => answer.mutate('accept')}>
              {text('members.offer.accept')}
            </Button>
          )}{' '}
          {mine && (
            <Button variant="default" disabled={answer.isPending} onClick={() => answer.mutate('decline')}>
              {text('members.offer.decline')}
            </Button>
          )}
          {!mine && manages && (
            <Button variant="default" loading={answer.isPending} onClick={() => answer.mutate('withdraw')}>
              {text('members.offer.withdraw')}
            </Button>
          )}
        </>
      }
    >
      <p>{text('members.offer.text')}</p>
      {answer.error && <ProblemNotice error={answer.error} />}
    </Callout>
  );
}

function Leave({ organization }: { organization: Membership }) {
  const text = useText();
  const router = useRouter();
  const leave = usePeopleAct(organization.id, people(organization.id).leave);
  // The push may put another screen here before the answer comes, and the way leads home all the same; but whoever
  // has gone on to another page meanwhile, which is another place in the history, stays there.
  const place = () => router.history.location.state.__TSR_index;
  const go = () => {
    const here = place();
    void leave.mutateAsync(undefined).then(
      () => (place() === here ? router.navigate({ to: '/' }) : undefined),
      () => undefined,
    );
  };
  return (
    <Panel title={text('members.leave')}>
      {leave.error && <ProblemNotice error={leave.error} />}
      <p>{text('members.leave.text', { organization: organization.name })}</p>
      <Button
        variant="default"
        loading={leave.isPending}
        onClick={() =>
          window.confirm(text('members.leave.sure', { organization: organization.name })) && go()
        }
      >
        {text('members.leave.do')}
      </Button>
    </Panel>
  );
}
