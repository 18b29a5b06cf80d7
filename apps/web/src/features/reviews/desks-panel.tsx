import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { LangText } from '../../components/lang-text.js';
import { Panel } from '../../components/panel.js';
import record from '../../components/record.module.css';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { api, read } from '../../lib/api.js';
import { mayWrite } from '../../lib/rights.js';
import { reviewsKey } from './reviews.js';

const ON_THE_DESK: readonly string[] = ['open', 'closed', 'reviewing', 'decided'];

/** The calls that the acting organization runs and assesses, each with the way to its desk. */
export function DesksPanel() {
  const text = useText();
  const organization = useActingOrganization();
  const mayRun = mayWrite(organization, 'call.create');
  const { data } = useQuery({
    queryKey: [...reviewsKey(organization.id), 'desks'],
    enabled: mayRun,
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/calls', { params: { query: { mine: true, limit: 50 } }, signal })),
  });
  const calls = (data?.items ?? []).filter(({ state }) => ON_THE_DESK.includes(state));
  if (calls.length === 0) return null;
  return (
    <Panel
      title={text('reviews.desks')}
      rows={calls.map(({ id, title, language, state }) => (
        <li key={id} className={record.row}>
          <div className={record.main}>
            <Link
              to="/o/$organization/review-desk/$callId"
              params={{ organization: organization.slug, callId: id }}
            >
              <LangText language={language}>{title}</LangText>
            </Link>
          </div>
          <span className={record.sub}>{text(`reviews.call.${state}`)}</span>
        </li>
      ))}
    />
  );
}
