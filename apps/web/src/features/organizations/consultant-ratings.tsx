import { queryOptions, useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { Facts } from '../../records/facts.js';
import { Panel } from '../../components/panel.js';
import record from '../../components/record.module.css';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { api, read } from '../../lib/api.js';

const RATED = ['quality', 'communication', 'reliability'] as const;

const ratingsQuery = (actingId: string, id: string) =>
  queryOptions({
    queryKey: ['o', actingId, 'organizations', id, 'consultant-ratings'],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/organizations/{id}/consultant-ratings', { params: { path: { id } }, signal })),
  });

/** What the finished engagements of a consultancy come to: counts, and averages where they name nobody. */
export function ConsultantRatings({ id }: { id: string }) {
  const text = useText();
  const { formatNumber } = useIntl();
  const { data } = useQuery(ratingsQuery(useActingOrganization().id, id));
  if (!data) return null;
  const { averages } = data;
  return (
    <Panel title={text('organizations.ratings')}>
      {data.engagements === 0 ? (
        <p className={record.sub}>{text('organizations.ratings.none')}</p>
      ) : (
        <>
          <Facts
            facts={[
              [text('organizations.ratings.engagements'), formatNumber(data.engagements)],
              ...(averages
                ? RATED.map(
                    (rated) =>
                      [
                        text(`organizations.ratings.${rated}`),
                        text('organizations.ratings.score', { score: averages[rated] }),
                      ] as const,
                  )
                : []),
              [
                text('organizations.ratings.sessions'),
                text('organizations.ratings.sessions.line', {
                  held: data.sessionsHeld,
                  missed: data.sessionsMissed,
                }),
              ],
              [
                text('organizations.ratings.on-time'),
                text('organizations.ratings.on-time.line', {
                  onTime: data.deliverablesOnTime,
                  all: data.deliverablesWithDay,
                }),
              ],
              [text('organizations.ratings.revisions'), formatNumber(data.revisions)],
            ]}
          />
          {!averages && <p className={record.sub}>{text('organizations.ratings.few')}</p>}
        </>
      )}
    </Panel>
  );
}
