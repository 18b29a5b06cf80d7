import { useIntl } from 'react-intl';
import { LangText } from '../../components/lang-text.js';
import { Panel } from '../../components/panel.js';
import record from '../../components/record.module.css';
import { useText } from '../../i18n/use-text.js';
import { formatMoney } from '../../lib/money.js';
import { organizationsOf, useOrganizationName } from './names.js';
import styles from './projects.module.css';
import type { Project } from './projects.js';

/** What was planned and what the reports say was spent, line by line. */
export function BudgetPanel({ project }: { project: Project }) {
  const text = useText();
  const { locale } = useIntl();
  const nameOf = useOrganizationName();
  const { currency, budgetMinor, budget } = project;
  if (currency === null) return null;
  const organizations = organizationsOf(project);
  const money = (amountMinor: number | null): string =>
    amountMinor === null ? '–' : formatMoney({ amountMinor, currency }, locale);
  const spent = budget.reduce((sum, { spentMinor }) => sum + (spentMinor ?? 0), 0);
  return (
    <Panel title={text('projects.budget')} aside={<span className={record.sub}>{money(budgetMinor)}</span>}>
      {budget.length === 0 ? (
        <p className={record.sub}>{text('projects.budget.none')}</p>
      ) : (
        <div className={styles.scroll} tabIndex={0} role="group" aria-label={text('projects.budget')}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{text('projects.budget.line')}</th>
                <th scope="col">{text('projects.budget.organization')}</th>
                <th scope="col" className={styles.number}>
                  {text('projects.budget.planned')}
                </th>
                <th scope="col" className={styles.number}>
                  {text('projects.budget.spent')}
                </th>
              </tr>
            </thead>
            <tbody>
              {budget.map((line) => {
                const organization = organizations.get(line.organizationId);
                return (
                  <tr key={line.id}>
                    <td>
                      <LangText language={project.language}>{line.title}</LangText>
                    </td>
                    <td>{organization && nameOf(organization)}</td>
                    <td className={styles.number}>{money(line.amountMinor)}</td>
                    <td className={styles.number}>{money(line.spentMinor)}</td>
                  </tr>
                );
              })}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row" colSpan={2}>
                  {text('projects.budget.sum')}
                </th>
                <td className={styles.number}>
                  {money(budget.reduce((sum, { amountMinor }) => sum + amountMinor, 0))}
                </td>
                <td className={styles.number}>{money(spent)}</td>
              </tr>
            </tfoot>
          </table>
        </div>
      )}
    </Panel>
  );
}
