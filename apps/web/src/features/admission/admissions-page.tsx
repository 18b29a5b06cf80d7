import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { BothNames } from '../../components/both-names.js';
import { LocalTime } from '../../components/local-time.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import { useRichText, useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { usePages } from '../../lib/pages.js';
import { PagedList } from '../../records/paged-list.js';
import { Age } from './age.js';
import { type Queue, QUEUES } from './admission-search.js';
import styles from './admission.module.css';
import { type ApplicationCard, queueLengthsQuery, queueQuery } from './applications.js';
import { STATE_TONES, useKindAndCountry } from './parts.js';
import { usePushedAdmission } from './use-pushed-admission.js';

const route = getRouteApi('/signed-in/o/$organization/admissions');

/** The secretariat's desk: how many wait where and since when, and the applications, the longest waiting first. */
export function AdmissionsPage() {
  const text = useText();
  const organization = useActingOrganization();
  const { queue } = route.useSearch();
  usePushedAdmission(organization.id);
  const list = usePages(queueQuery(organization.id, queue));
  return (
    <>
      <PageTitle
        title={text('nav.admissions')}
        lead={text('admission.desk.lead')}
        actions={
          <Link to="/o/$organization/application-reviews" params={{ organization: organization.slug }}>
            {text('admission.reviews.own')}
          </Link>
        }
      />
      <div className={record.stack}>
        <Queues />
        <PagedList
          list={list}
          rowHeight={64}
          noneFiltered=""
          none={{ title: text('admission.queue.none'), text: text('admission.queue.none.text') }}
        >
          {(cards) => (
            <Panel
              rows={cards.map((card) => (
                <CardRow key={card.id} card={card} />
              ))}
            />
          )}
        </PagedList>
      </div>
    </>
  );
}

interface Length {
  count: number;
  oldest: string | null;
}

function Queues() {
  const text = useText();
  const rich = useRichText();
  const organization = useActingOrganization();
  const { data, error } = useQuery(queueLengthsQuery(organization.id));
  if (error && !data) return <ProblemNotice error={error} />;
  const lengthOf = (queues: readonly Queue[]): Length => {
    const rows = (data?.items ?? []).filter(({ state }) => queues.some((queue) => queue === state));
    return {
      count: rows.reduce((sum, { count }) => sum + count, 0),
      oldest: rows.map(({ oldest }) => oldest).sort()[0] ?? null,
    };
  };
  const tile = (queue: Queue | undefined) => {
    const { count, oldest } = lengthOf(queue ? [queue] : QUEUES);
    return (
      <li key={queue ?? 'all'}>
        <Link
          from="/o/$organization/admissions"
          to="."
          search={queue ? { queue } : {}}
          activeOptions={{ exact: true, includeSearch: true }}
          className={styles.queue}
        >
          <span className={styles.queueName}>
            {text(queue ? `admission.state.${queue}` : 'admission.queue.all')}
          </span>
          <span className={styles.count}>{data ? count : '…'}</span>
          <span className={styles.stageNote}>
            {oldest
              ? rich('admission.queue.oldest', { time: <Age key="time" since={oldest} /> })
              : text('admission.queue.empty')}
          </span>
        </Link>
      </li>
    );
  };
  return (
    <nav aria-label={text('admission.queues')}>
      <ul className={styles.queues}>{[undefined, ...QUEUES].map(tile)}</ul>
    </nav>
  );
}

function CardRow({ card }: { card: ApplicationCard }) {
  const text = useText();
  const rich = useRichText();
  const { slug } = useActingOrganization();
  const describe = useKindAndCountry();
  const { id, organization, route: way, state, since, findings } = card;
  return (
    <li className={record.row}>
      <div className={record.main}>
        <Link
          to="/o/$organization/admissions/$applicationId"
          params={{ organization: slug, applicationId: id }}
        >
          <BothNames organization={organization} />
        </Link>
        <p className={record.sub}>
          {describe(organization)}
          {way && ` · ${text(`admission.route.${way}`)}`} ·{' '}
          {rich('admission.card.since', { time: <LocalTime key="time" at={since} as="deadline" /> })}
        </p>
      </div>
      <div className={record.side}>
        {findings > 0 && <Tag tone="warning">{text('admission.card.findings', { count: findings })}</Tag>}
        {state && <Tag tone={STATE_TONES[state]}>{text(`admission.state.${state}`)}</Tag>}
      </div>
    </li>
  );
}
