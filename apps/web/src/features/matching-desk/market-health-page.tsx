import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { EmptyState } from '../../components/empty-state.js';
import { PageTitle } from '../../components/page-title.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Waiting } from '../../components/waiting.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { type MarketHealth, marketHealthQuery } from '../../lib/market-health.js';
import { DeskTabs } from './desk-tabs.js';
import { Figures } from './figures.js';
import { PERIODS, readHealthSearch, USUAL_PERIOD } from './health-search.js';
import { CityTable, KindTable, SectorTable } from './health-tables.js';
import { AnswerTimesPlot, SpreadPlot, WeeksPlot } from './health-plots.js';
import styles from './matching-desk.module.css';

const route = getRouteApi('/signed-in/o/$organization/market-health');

/** For the secretariat: who is found, how evenly, and whether those who ask get answers. */
export function MarketHealthPage() {
  const text = useText();
  const { locale } = useIntl();
  const { id } = useActingOrganization();
  const navigate = route.useNavigate();
  const { days = USUAL_PERIOD } = route.useSearch();
  const query = useQuery(marketHealthQuery(id, locale, days));
  return (
    <>
      <PageTitle title={text('health.title')} lead={text('health.lead')} />
      <DeskTabs />
      <div className={record.filters}>
        <NativeSelect
          label={text('health.days')}
          value={days}
          onChange={(event) =>
            void navigate({ search: readHealthSearch({ days: event.currentTarget.value }), replace: true })
          }
          data={PERIODS.map((value) => ({
            value: String(value),
            label: text('health.days.value', { days: value }),
          }))}
        />
      </div>
      {query.error && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && !query.error && <Waiting rows={3} height={200} />}
      {query.data && <Health health={query.data} />}
    </>
  );
}

function Health({ health }: { health: MarketHealth }) {
  const text = useText();
  if (health.kinds.length === 0) {
    return (
      <EmptyState because="nothing" title={text('health.empty')}>
        {text('health.empty.text')}
      </EmptyState>
    );
  }
  return (
    <div className={record.screen}>
      <Figures health={health} />
      <div className={styles.plots}>
        <SpreadPlot lorenz={health.exposure.lorenz} />
        <WeeksPlot weeks={health.weeks} />
        <AnswerTimesPlot times={health.answerTimes} />
      </div>
      <KindTable kinds={health.kinds} />
      <CityTable cities={health.cities} />
      <SectorTable sectors={health.sectors} />
    </div>
  );
}
