import { IconRosetteDiscountCheck } from '@tabler/icons-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import { Panel } from '../../components/panel.js';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { api, read } from '../../lib/api.js';
import { queryClient } from '../../lib/query.js';
import { onPush, onReopened } from '../../lib/socket.js';
import { OrganizationName } from '../../records/organization-name.js';

const recommendationsQuery = (actingId: string, id: string) =>
  queryOptions({
    queryKey: ['o', actingId, 'organizations', id, 'recommendations'],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/organizations/{id}/recommendations', { params: { path: { id } }, signal })),
  });

/** Who recommends an organization; what is taken back goes from an open page too. */
export function useRecommendations(id: string) {
  const acting = useActingOrganization();
  const query = recommendationsQuery(acting.id, id);
  const { data } = useQuery(query);
  useEffect(() => {
    const again = () =>
      void queryClient.invalidateQueries({ queryKey: recommendationsQuery(acting.id, id).queryKey });
    const ends = [
      onPush('admission.recommendations-changed', ({ organizationId }) => {
        if (organizationId === id) again();
      }),
      onReopened(again),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [acting.id, id]);
  return data?.items ?? [];
}

/** Beside the name: that a member recommends it, by whom and since when. Nothing is paid for it. */
export function RecommendedBadge({ id }: { id: string }) {
  const text = useText();
  const [first, ...others] = useRecommendations(id);
  if (!first) return null;
  return (
    <Tag tone="success">
      <IconRosetteDiscountCheck size={14} stroke={1.5} aria-hidden />{' '}
      {text('organizations.recommended', { name: first.recommender.name, others: others.length })} ·{' '}
      <LocalTime at={first.givenAt} as="date" />
    </Tag>
  );
}

/** The same in full: each with its day and its words. */
export function Recommendations({ id }: { id: string }) {
  const text = useText();
  const recommendations = useRecommendations(id);
  if (recommendations.length === 0) return null;
  return (
    <Panel
      title={text('organizations.recommendations')}
      rows={recommendations.map(({ id: key, recommender, statement, language, givenAt }) => (
        <li key={key} className={record.entry}>
          <p className={record.line}>
            <OrganizationName id={recommender.id} />
            <span className={record.sub}>
              <LocalTime at={givenAt} as="date" />
            </span>
          </p>
          {statement && (
            <LangText as="p" language={language ?? undefined} className={record.prose}>
              {statement}
            </LangText>
          )}
        </li>
      ))}
    />
  );
}
