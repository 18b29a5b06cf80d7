import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { FittingOrganizations } from '../../components/fitting-organizations.js';
import { profileField } from '../../components/matches/profile-field.js';
import { useFactLabel } from '../../components/matches/use-match-view.js';
import { Panel } from '../../components/panel.js';
import record from '../../components/record.module.css';
import { useCodeText, useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { type MatchProspect, type ProspectsOf, prospectsQuery } from '../../lib/match-explanations.js';
import { mayWrite } from '../../lib/rights.js';

/** "If you add this": whom one fact more would bring. Nothing where nothing would. */
export function Prospects({ of }: { of: ProspectsOf }) {
  const text = useText();
  const { locale } = useIntl();
  const { id } = useActingOrganization();
  const { data } = useQuery(prospectsQuery(id, locale, of));
  if (!data || data.prospects.length === 0) return null;
  const isOfProfile = of.subjectType === undefined || of.subjectType === 'organization';
  return (
    <Panel
      title={text('prospects.title')}
      rows={data.prospects.map((prospect) => (
        <ProspectRow key={JSON.stringify(prospect.facts)} prospect={prospect} isOfProfile={isOfProfile} />
      ))}
    >
      {text('prospects.lead', { count: data.compared })}
    </Panel>
  );
}

function ProspectRow({ prospect, isOfProfile }: { prospect: MatchProspect; isOfProfile: boolean }) {
  const text = useText();
  const codeText = useCodeText();
  const { formatList } = useIntl();
  const labelOf = useFactLabel();
  const acting = useActingOrganization();
  const type = prospect.facts[0]?.type ?? '';
  const fact = codeText('matches.fact', type, 'matches.fact.other', {
    facts: formatList(prospect.facts.map(labelOf)),
  });
  const more = prospect.enteringCount - prospect.entering.length;
  return (
    <li className={record.entry} data-prospect={type}>
      <p className={record.strong}>
        {isOfProfile && mayWrite(acting, 'profile.update') ? (
          <Link
            to="/o/$organization/organizations/$organizationId/profile"
            params={{ organization: acting.slug, organizationId: acting.id }}
            hash={profileField(type)}
          >
            {fact}
          </Link>
        ) : (
          fact
        )}
      </p>
      <p>{text('prospects.brings', { count: prospect.enteringCount })}</p>
      <FittingOrganizations
        organizations={prospect.entering.map(({ organization, fit }) => ({ ...organization, fit }))}
        more={more > 0 && text('prospects.more', { count: more })}
      />
    </li>
  );
}
