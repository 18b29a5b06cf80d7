import { useQuery } from '@tanstack/react-query';
import { PageTitle } from '../../components/page-title.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Waiting } from '../../components/waiting.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { usePages } from '../../lib/pages.js';
import { ApplyForm } from './apply-form.js';
import { membershipQuery, membershipsQuery } from './memberships.js';
import { MembershipView } from './membership-view.js';
import { ParticipationPanel } from './participation-panel.js';

const ENDED = ['expired', 'rejected', 'withdrawn'];

/** What the organization is to the TPO: its yearly confirmation, its full membership, or the way to it. */
export function MembershipPage() {
  const text = useText();
  const organization = useActingOrganization();
  const list = usePages(membershipsQuery(organization.id));
  const [newest, ...older] = list.items;
  const mayApply = list.isSuccess && (!newest || ENDED.includes(newest.state));
  return (
    <>
      <PageTitle title={text('nav.membership')} lead={text('membership.lead')} />
      <div className={record.stack}>
        <ParticipationPanel />
        {list.error && list.items.length === 0 && (
          <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />
        )}
        {list.isPending && <Waiting rows={2} height={120} />}
        {newest && <OneMembership id={newest.id} />}
        {mayApply && <ApplyForm />}
        {older.map(({ id }) => (
          <OneMembership key={id} id={id} />
        ))}
      </div>
    </>
  );
}

function OneMembership({ id }: { id: string }) {
  const organization = useActingOrganization();
  const { data, error } = useQuery(membershipQuery(organization.id, id));
  if (error && !data) return <ProblemNotice error={error} />;
  return data ? <MembershipView membership={data} /> : <Waiting rows={2} height={120} />;
}
