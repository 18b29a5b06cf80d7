import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Panel } from '../../components/panel.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import type { MarketHealth } from '../../lib/market-health.js';
import styles from './matching-desk.module.css';
import { DataTable } from './plot.js';
import { useSpan } from './use-span.js';

/** Of the cities, until all are asked for. */
const SHOWN = 15;

type Group = Pick<MarketHealth['kinds'][number], 'organizations' | 'covered' | 'shown' | 'sent' | 'won'>;

function useGroup(): { columns: string[]; cells: (group: Group) => string[] } {
  const text = useText();
  const { formatNumber } = useIntl();
  return {
    columns: [
      text('health.organizations'),
      text('health.covered'),
      text('health.shown'),
      text('health.sent'),
      text('health.won'),
    ],
    cells: ({ organizations, covered, shown, sent, won }) =>
      [organizations, covered, shown, sent, won].map((count) => formatNumber(count)),
  };
}

export function KindTable({ kinds }: { kinds: MarketHealth['kinds'] }) {
  const text = useText();
  const { formatNumber } = useIntl();
  const group = useGroup();
  return (
    <Panel title={text('health.kinds')}>
      <DataTable
        caption={text('health.kinds')}
        columns={[text('health.kind'), ...group.columns, text('health.gini')]}
        rows={kinds.map((kind) => [
          text(`organization.kind.${kind.kind}`),
          ...group.cells(kind),
          formatNumber(kind.gini, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
        ])}
      />
    </Panel>
  );
}

export function SectorTable({ sectors }: { sectors: MarketHealth['sectors'] }) {
  const text = useText();
  const group = useGroup();
  if (sectors.length === 0) return null;
  return (
    <Panel title={text('health.sectors')}>
      <DataTable
        caption={text('health.sectors')}
        named="by-data"
        columns={[text('health.sector'), ...group.columns]}
        rows={sectors.map((sector) => [sector.label, ...group.cells(sector)])}
      />
    </Panel>
  );
}

/** The most shown first: whoever is flooded stands on top, and waits longest for nobody. */
export function CityTable({ cities }: { cities: MarketHealth['cities'] }) {
  const text = useText();
  const { formatNumber } = useIntl();
  const span = useSpan();
  const { slug } = useActingOrganization();
  const [isWhole, setWhole] = useState(false);
  if (cities.length === 0) return null;
  const shownCities = isWhole ? cities : cities.slice(0, SHOWN);
  return (
    <Panel title={text('health.cities')}>
      <DataTable
        caption={text('health.cities')}
        named="by-data"
        columns={[
          text('health.city'),
          text('health.shown'),
          text('health.received'),
          text('health.won'),
          text('health.waiting'),
          text('health.median'),
        ]}
        rows={shownCities.map(({ organization, shown, received, accepted, waiting, medianHours }) => [
          <Link
            key={organization.id}
            to="/o/$organization/organizations/$organizationId"
            params={{ organization: slug, organizationId: organization.id }}
          >
            {organization.name}
          </Link>,
          ...[shown, received, accepted, waiting].map((count) => formatNumber(count)),
          medianHours === null ? text('health.none') : span(medianHours),
        ])}
      />
      {cities.length > shownCities.length && (
        <Button className={styles.more} variant="default" onClick={() => setWhole(true)}>
          {text('health.all', { count: cities.length })}
        </Button>
      )}
    </Panel>
  );
}
