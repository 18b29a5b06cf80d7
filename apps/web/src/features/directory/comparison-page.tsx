import { Button, Checkbox } from '@mantine/core';
import { IconPrinter, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { EmptyState } from '../../components/empty-state.js';
import { LangText } from '../../components/lang-text.js';
import { PageTitle } from '../../components/page-title.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { FictionalMark } from '../../components/tag.js';
import { Waiting } from '../../components/waiting.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { type Comparison, comparisonQuery } from '../../lib/directory.js';
import { homeLanguage } from '../../lib/home-language.js';
import { type Row, rowsOf } from './comparison.js';
import { ComparisonCell } from './comparison-cell.js';
import styles from './comparison.module.css';
import { ToDirectory } from './to-directory.js';

const route = getRouteApi('/signed-in/o/$organization/compare');

/** Up to four organizations side by side. The address holds who; another account sees what its role may see. */
export function ComparisonPage() {
  const text = useText();
  const acting = useActingOrganization();
  const { ids, differences } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch, isLoading } = useQuery(comparisonQuery(acting.id, ids));
  const compared = ids.length > 0 ? (data?.organizations ?? []) : [];
  const rows = data ? rowsOf(data) : [];
  const remove = (id: string) =>
    void navigate({
      search: (search) => ({ ...search, ids: ids.filter((each) => each !== id) }),
      replace: true,
    });
  return (
    <>
      <PageTitle
        title={text('comparison.title')}
        lead={text('comparison.lead')}
        actions={
          <>
            <ToDirectory picked={ids} />
            <Button
              variant="default"
              leftSection={<IconPrinter size={18} stroke={1.5} aria-hidden />}
              onClick={() => window.print()}
            >
              {text('comparison.print')}
            </Button>
          </>
        }
      />
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {isLoading && <Waiting rows={4} height={56} />}
      {!isLoading && !error && compared.length === 0 && (
        <EmptyState because="nothing" title={text('comparison.none')}>
          {text('comparison.none.text')}
        </EmptyState>
      )}
      {compared.length > 0 && (
        <>
          <Checkbox
            className={styles.only}
            label={text('comparison.differences')}
            checked={differences === true}
            onChange={({ currentTarget: { checked } }) =>
              void navigate({ search: checked ? { ids, differences: true } : { ids }, replace: true })
            }
          />
          <Table
            compared={compared}
            rows={differences ? rows.filter(({ isEqual }) => !isEqual) : rows}
            onRemove={remove}
          />
        </>
      )}
    </>
  );
}

function Table(props: {
  compared: Comparison['organizations'];
  rows: readonly Row[];
  onRemove: (id: string) => void;
}) {
  const { compared, rows, onRemove } = props;
  const text = useText();
  const acting = useActingOrganization();
  return (
    // Scrolls by itself, so that header row and first column can stay in sight; reachable by keyboard.
    <div className={styles.scroll} role="region" aria-label={text('comparison.title')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <td className={styles.corner} />
            {compared.map(({ id, name, nameLocal, country, fictional }) => (
              <th key={id} scope="col">
                <Link
                  to="/o/$organization/organizations/$organizationId"
                  params={{ organization: acting.slug, organizationId: id }}
                >
                  {name}
                </Link>
                {nameLocal && nameLocal !== name && (
                  <LangText as="p" language={homeLanguage(country)} className={styles.local}>
                    {nameLocal}
                  </LangText>
                )}
                {fictional && <FictionalMark />}
                <button
                  type="button"
                  className={styles.remove}
                  aria-label={text('comparison.remove', { name })}
                  title={text('comparison.remove', { name })}
                  onClick={() => onRemove(id)}
                >
                  <IconX size={16} stroke={1.5} aria-hidden />
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name} data-row={row.name} className={row.isEqual ? undefined : styles.differs}>
              <th scope="row">
                {text(`comparison.row.${row.name}`)}
                {!row.isEqual && compared.length > 1 && (
                  <span className={styles.mark}>{text('comparison.differs')}</span>
                )}
              </th>
              {row.cells.map((cell, index) => (
                <td key={compared[index]?.id}>
                  <ComparisonCell row={row.name} cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p className={styles.same}>{text('comparison.same')}</p>}
    </div>
  );
}
