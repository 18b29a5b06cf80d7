import { Link } from '@tanstack/react-router';
import { LocalTime } from '../../components/local-time.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import record from '../../components/record.module.css';
import { FictionalMark, Tag } from '../../components/tag.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { usePages } from '../../lib/pages.js';
import { PagedList } from '../../records/paged-list.js';
import { CommitteePanel } from './committee-panel.js';
import { DueConfirmations } from './due-confirmations.js';
import { type MembershipCard, type MembershipFilter, membershipsQuery } from './memberships.js';
import { MembershipStateTag } from './parts.js';
import { UnenteredPanel } from './unentered-panel.js';

const QUEUES = {
  requests: { state: ['requested', 'excom_vote'] },
  fees: { state: ['approved_unpaid'] },
  ratification: { toBeRatified: true },
  terms: { state: ['active', 'suspended'] },
} as const satisfies Record<string, { state?: readonly string[]; toBeRatified?: boolean }>;
type Queue = keyof typeof QUEUES;

/** The secretariat's desk: what waits for it, what the General Assembly has to ratify, who sits in the committee. */
export function DeskPage() {
  const text = useText();
  return (
    <>
      <PageTitle title={text('nav.membership-desk')} lead={text('membership.desk.lead')} />
      <div className={record.stack}>
        {(Object.keys(QUEUES) as Queue[]).map((queue) => (
          <QueueList key={queue} queue={queue} />
        ))}
        <UnenteredPanel />
        <DueConfirmations />
        <CommitteePanel />
      </div>
    </>
  );
}

function QueueList({ queue }: { queue: Queue }) {
  const text = useText();
  const organization = useActingOrganization();
  const { state, ...rest }: { state?: readonly string[]; toBeRatified?: boolean } = QUEUES[queue];
  const filter: MembershipFilter = {
    ...rest,
    ...(state && { state: [...state] as NonNullable<MembershipFilter['state']> }),
  };
  const list = usePages(membershipsQuery(organization.id, filter));
  if (list.isSuccess && list.items.length === 0) return <p>{text(`membership.desk.${queue}.none`)}</p>;
  return (
    <section>
      <PagedList list={list} rowHeight={64} noneFiltered="" none={{ title: '' }}>
        {(memberships) => (
          <Panel
            title={text(`membership.desk.${queue}`)}
            rows={memberships.map((membership) => (
              <MembershipRow key={membership.id} membership={membership} />
            ))}
          />
        )}
      </PagedList>
    </section>
  );
}

function MembershipRow({ membership }: { membership: MembershipCard }) {
  const text = useText();
  const { slug } = useActingOrganization();
  const { id, organization, category, dueAt, createdAt, toBeRatified, state } = membership;
  return (
    <li className={record.row}>
      <div className={record.main}>
        <Link
          to="/o/$organization/membership-desk/$membershipId"
          params={{ organization: slug, membershipId: id }}
        >
          {organization.name}
        </Link>{' '}
        {organization.fictional && <FictionalMark />}
        <div className={record.sub}>
          {text(`membership.category.${category}`)} –{' '}
          {dueAt ? (
            <>
              {text('membership.desk.due')} <LocalTime at={dueAt} as="deadline" />
            </>
          ) : (
            <>
              {text('membership.desk.since')} <LocalTime at={createdAt} as="deadline" />
            </>
          )}
        </div>
      </div>
      <div className={record.side}>
        {toBeRatified && <Tag tone="warning">{text('membership.to-be-ratified')}</Tag>}
        <MembershipStateTag state={state} />
      </div>
    </li>
  );
}
