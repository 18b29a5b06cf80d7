import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Waiting } from '../../components/waiting.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { formatMoney } from '../../lib/money.js';
import { Facts } from '../../records/facts.js';
import { BallotForm } from './ballot-form.js';
import { ElectorateTable } from './electorate-table.js';
import { type Vote, voteQuery } from './memberships.js';
import { Named, VoteStateTag } from './parts.js';
import { VoteResult } from './vote-result.js';

const route = getRouteApi('/signed-in/o/$organization/votes/$voteId');

/** One vote: what is asked, the ballot, who may vote and why, and how it ended. */
export function VotePage() {
  const text = useText();
  const organization = useActingOrganization();
  const { voteId } = route.useParams();
  const { data: vote, error } = useQuery(voteQuery(organization.id, voteId));
  if (error && !vote) {
    return (
      <>
        <PageTitle title={text('membership.vote.one')} />
        <ProblemNotice error={error} />
      </>
    );
  }
  if (!vote) return <Waiting rows={4} height={96} />;
  const { cast, voting, quorum } = vote.turnout;
  return (
    <>
      <PageTitle
        title={text('membership.vote.subject', { name: vote.organization.name })}
        lead={
          <>
            {text('membership.vote.closes')}{' '}
            <LocalTime
              at={vote.closedAt ?? vote.closesAt}
              as={vote.state === 'open' ? 'deadline' : 'stamp'}
            />
          </>
        }
        actions={<VoteStateTag vote={vote} />}
      />
      <div className={record.stack}>
        <Subject vote={vote} />
        <BallotForm key={vote.version} vote={vote} />
        {vote.result ? (
          <VoteResult vote={vote} />
        ) : (
          <Panel title={text('membership.vote.turnout')}>
            <p>{text('membership.vote.progress', { cast, voting, quorum })}</p>
            <p className={record.sub}>{text('membership.vote.quorum.rule')}</p>
            <p className={record.sub}>{text(`membership.vote.secrecy.${vote.secrecy}.text`)}</p>
          </Panel>
        )}
        {vote.result && (
          <p>
            <Link
              to="/o/$organization/votes/$voteId/minutes"
              params={{ organization: organization.slug, voteId: vote.id }}
            >
              {text('membership.minutes.open')}
            </Link>
          </p>
        )}
        <ElectorateTable vote={vote} />
      </div>
    </>
  );
}

function Subject({ vote }: { vote: Vote }) {
  const text = useText();
  const { locale } = useIntl();
  const { subject } = vote;
  if (!subject) return null;
  return (
    <Panel title={text('membership.vote.asked')}>
      <Facts
        facts={[
          [text('membership.vote.applicant'), <Named key="who" organization={vote.organization} />],
          [text('membership.vote.category'), text(`membership.category.${subject.category}`)],
          [
            text('membership.statement'),
            <LangText key="s" as="p" language={subject.language} className={record.prose}>
              {subject.statement}
            </LangText>,
          ],
          [
            text('membership.fee.admission'),
            subject.admissionFee && formatMoney(subject.admissionFee, locale),
          ],
          [text('membership.fee.annual'), subject.annualFee && formatMoney(subject.annualFee, locale)],
        ]}
      />
    </Panel>
  );
}
