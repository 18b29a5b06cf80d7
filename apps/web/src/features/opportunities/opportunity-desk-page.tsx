import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { LangText } from '../../components/lang-text.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Tag, type Tone } from '../../components/tag.js';
import { Waiting } from '../../components/waiting.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { opportunitiesQuery, type OpportunityState } from '../../lib/opportunities.js';
import { usePages } from '../../lib/pages.js';
import { PagedList } from '../../records/paged-list.js';
import { ListActions } from './opportunities-page.js';
import styles from './opportunity-desk.module.css';
import { answersQuery, type Desk, deskQuery } from './opportunity-requests.js';
import { OpportunityRow } from './opportunity-row.js';

const SHOWN: readonly OpportunityState[] = [
  'draft',
  'review',
  'published',
  'paused',
  'filled',
  'expired',
  'closed',
];

/** The own opportunities: how many stand where, what waits for us, and who answers to what is open. */
export function OpportunityDeskPage() {
  const text = useText();
  const organization = useActingOrganization();
  const { data: desk, error } = useQuery(deskQuery(organization.id));
  if (error && !desk) {
    return (
      <>
        <PageTitle title={text('opportunities.mine')} />
        <ProblemNotice error={error} />
      </>
    );
  }
  return (
    <>
      <PageTitle
        title={text('opportunities.mine')}
        lead={text('opportunities.mine.lead')}
        actions={<ListActions isMine />}
      />
      {desk ? (
        <div className={record.stack}>
          <States counts={desk.counts} />
          {desk.waiting.length > 0 && <WaitingForUs waiting={desk.waiting} />}
          <Open />
        </div>
      ) : (
        <Waiting rows={3} height={88} />
      )}
    </>
  );
}

function States({ counts }: Pick<Desk, 'counts'>) {
  const text = useText();
  const { slug } = useActingOrganization();
  return (
    <nav aria-label={text('opportunities.state')}>
      <ul className={styles.states}>
        {SHOWN.map((state) => (
          <li key={state}>
            <Link
              to="/o/$organization/opportunities"
              params={{ organization: slug }}
              search={{ mine: true, state }}
              className={styles.state}
            >
              <span>{text(`opportunities.state.${state}`)}</span>
              <span className={styles.count}>{counts[state]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const URGENCY: Readonly<Record<Desk['waiting'][number]['because'], Tone>> = {
  held: 'danger',
  'sent-back': 'warning',
  ending: 'warning',
  outcome: 'brand',
};

function WaitingForUs({ waiting }: Pick<Desk, 'waiting'>) {
  const text = useText();
  const { slug } = useActingOrganization();
  return (
    <Panel
      title={text('opportunities.waiting')}
      rows={waiting.map(({ opportunity, because }) => (
        <li key={opportunity.id} className={record.row}>
          <div className={record.main}>
            <Link
              to="/o/$organization/opportunities/$opportunityId"
              params={{ organization: slug, opportunityId: opportunity.id }}
            >
              <LangText language={opportunity.language}>{opportunity.title}</LangText>
            </Link>
            <div className={record.sub}>{text(`opportunities.waiting.${because}.text`)}</div>
          </div>
          <Tag tone={URGENCY[because]}>{text(`opportunities.waiting.${because}`)}</Tag>
        </li>
      ))}
    />
  );
}

/** What is open, first to end first, with who answers. */
function Open() {
  const text = useText();
  const organization = useActingOrganization();
  const list = usePages(
    opportunitiesQuery(organization.id, { mine: true, state: ['published', 'paused'], sort: 'ending' }),
  );
  const { data: answers } = useQuery(
    answersQuery(
      organization.id,
      list.items.map(({ id }) => id),
    ),
  );
  return (
    <PagedList
      list={list}
      rowHeight={88}
      noneFiltered=""
      none={{ title: text('opportunities.none.open'), text: text('opportunities.none.open.text') }}
    >
      {(opportunities) => (
        <Panel
          title={text('opportunities.open')}
          rows={opportunities.map((opportunity) => (
            <OpportunityRow
              key={opportunity.id}
              opportunity={opportunity}
              isMine
              answers={answers?.items.find(({ opportunityId }) => opportunityId === opportunity.id)}
            />
          ))}
        />
      )}
    </PagedList>
  );
}
