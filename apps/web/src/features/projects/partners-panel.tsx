import { useIntl } from 'react-intl';
import { LangText } from '../../components/lang-text.js';
import { Panel } from '../../components/panel.js';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import { useText } from '../../i18n/use-text.js';
import { useCountryName } from '../../lib/countries.js';
import { formatMoney } from '../../lib/money.js';
import { OrganizationLink } from './names.js';
import type { Project } from './projects.js';

/** Who does what, for which share; and who runs the call. */
export function PartnersPanel({ project }: { project: Project }) {
  const text = useText();
  const { locale } = useIntl();
  const countryOf = useCountryName();
  const { currency, runner } = project;
  return (
    <Panel
      title={text('projects.partners')}
      rows={
        <>
          {project.partners.map(({ organization, isLead, task, shareMinor }) => (
            <li key={organization.id} className={record.row}>
              <div className={record.main}>
                <OrganizationLink organization={organization} />{' '}
                <span className={record.sub}>{countryOf(organization.country)}</span>
                {task && (
                  <LangText as="p" language={project.language}>
                    {task}
                  </LangText>
                )}
              </div>
              <div className={record.side}>
                {shareMinor !== null && currency !== null && (
                  <span className={record.sub}>
                    {formatMoney({ amountMinor: shareMinor, currency }, locale)}
                  </span>
                )}
                {isLead && <Tag tone="brand">{text('projects.lead-partner')}</Tag>}
              </div>
            </li>
          ))}
          <li className={record.row}>
            <div className={record.main}>
              <OrganizationLink organization={runner} />{' '}
              <span className={record.sub}>{countryOf(runner.country)}</span>
            </div>
            <Tag>{text('projects.runner')}</Tag>
          </li>
        </>
      }
    />
  );
}
