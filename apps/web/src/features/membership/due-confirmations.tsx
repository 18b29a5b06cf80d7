import { Link } from '@tanstack/react-router';
import { LocalTime } from '../../components/local-time.js';
import { Panel } from '../../components/panel.js';
import record from '../../components/record.module.css';
import { FictionalMark, Tag } from '../../components/tag.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { usePages } from '../../lib/pages.js';
import { PagedList } from '../../records/paged-list.js';
import { type DueParticipation, dueParticipationsQuery } from './memberships.js';

/** Who was asked for the yearly confirmation and has not answered, and who is hidden for want of it. */
export function DueConfirmations() {
  const text = useText();
  const organization = useActingOrganization();
  const list = usePages(dueParticipationsQuery(organization.id));
  if (list.isSuccess && list.items.length === 0) return <p>{text('membership.desk.confirmations.none')}</p>;
  return (
    <section>
      <PagedList list={list} rowHeight={64} noneFiltered="" none={{ title: '' }}>
        {(due) => (
          <Panel
            title={text('membership.desk.confirmations')}
            rows={due.map((each) => (
              <DueRow key={each.id} due={each} />
            ))}
          />
        )}
      </PagedList>
    </section>
  );
}

function DueRow({ due }: { due: DueParticipation }) {
  const text = useText();
  const { slug } = useActingOrganization();
  const { organization, confirmedAt, lapsedAt, dueAt } = due;
  return (
    <li className={record.row}>
      <div className={record.main}>
        <Link
          to="/o/$organization/organizations/$organizationId"
          params={{ organization: slug, organizationId: organization.id }}
        >
          {organization.name}
        </Link>{' '}
        {organization.fictional && <FictionalMark />}
        <div className={record.sub}>
          {text('membership.participation.confirmed')} <LocalTime at={confirmedAt} as="stamp" /> –{' '}
          {text(lapsedAt ? 'membership.desk.closes' : 'membership.desk.hides')}{' '}
          <LocalTime at={dueAt} as="deadline" />
        </div>
      </div>
      <div className={record.side}>
        <Tag tone={lapsedAt ? 'danger' : 'warning'}>
          {text(lapsedAt ? 'membership.desk.hidden' : 'membership.desk.asked')}
        </Tag>
      </div>
    </li>
  );
}
