import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { MatchItem } from '../../components/matches/match-item.js';
import { PageTitle } from '../../components/page-title.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Waiting } from '../../components/waiting.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { matchQuery } from '../../lib/matches.js';

const route = getRouteApi('/signed-in/o/$organization/matches/$matchId');

/** One match on its own: where a notice or the home screen leads. */
export function MatchPage() {
  const text = useText();
  const { locale } = useIntl();
  const organization = useActingOrganization();
  const { matchId } = route.useParams();
  const query = useQuery(matchQuery(organization.id, locale, matchId));
  return (
    <>
      <PageTitle title={text('matches.one')} />
      {query.isPending && !query.error && <Waiting rows={1} height={360} />}
      {query.error && <ProblemNotice error={query.error} />}
      {query.data && (
        <div className={record.single}>
          <MatchItem match={query.data} level={2} namesSubject isWhole />
        </div>
      )}
    </>
  );
}
