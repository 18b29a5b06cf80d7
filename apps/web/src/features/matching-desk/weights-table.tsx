import { useIntl } from 'react-intl';
import { useText } from '../../i18n/use-text.js';
import { DataTable } from './plot.js';
import type { RelationWeights } from './weights-requests.js';
import { FEATURES, movedShares, shareOf, SIDES, useWeightNames } from './weights.js';

/** What each side of each relation judges by, as shares of its judgement. */
export function WeightsTable({ relations, caption }: { relations: RelationWeights[]; caption: string }) {
  const text = useText();
  const { formatNumber } = useIntl();
  const names = useWeightNames();
  const percent = (share: number): string =>
    share === 0 ? text('health.none') : formatNumber(share, { style: 'percent' });
  const sides = relations.flatMap((relation) => SIDES.map((side) => ({ relation, side })));
  return (
    <DataTable
      caption={caption}
      columns={[
        text('weights.feature'),
        ...sides.map(({ relation, side }) => names.side(relation.relation, side)),
      ]}
      rows={[
        ...FEATURES.map((feature) => [
          names.feature(feature),
          ...sides.map(({ relation, side }) => percent(shareOf(relation[side], feature))),
        ]),
        [
          text('weights.decides'),
          ...sides.map(({ relation, side }) =>
            percent(side === 'demand' ? relation.demandShare : 1 - relation.demandShare),
          ),
        ],
      ]}
    />
  );
}

/** What other weights would change, and nothing else. */
export function MovedSharesTable(props: {
  before: RelationWeights[];
  after: RelationWeights[];
  caption: string;
}) {
  const { before, after, caption } = props;
  const text = useText();
  const { formatNumber } = useIntl();
  const names = useWeightNames();
  const percent = (share: number): string =>
    formatNumber(share, { style: 'percent', maximumFractionDigits: 1 });
  const moved = movedShares(before, after);
  if (moved.length === 0) return <p>{text('weights.moved.none')}</p>;
  return (
    <DataTable
      caption={caption}
      columns={[
        text('weights.feature'),
        text('weights.where'),
        text('weights.before'),
        text('weights.after'),
      ]}
      rows={moved.map(({ relation, side, feature, before: was, after: is }) => [
        feature ? names.feature(feature) : text('weights.decides'),
        names.side(relation, side),
        percent(was),
        percent(is),
      ])}
    />
  );
}
