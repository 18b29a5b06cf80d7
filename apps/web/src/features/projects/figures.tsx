import { useIntl } from 'react-intl';
import { useText } from '../../i18n/use-text.js';
import styles from './projects.module.css';
import type { Result } from './projects.js';

export const FIGURES = [
  'visitors',
  'overnight-stays',
  'new-products',
  'smes-involved',
  'people-trained',
  'jobs',
  'media-reach',
  'events',
] as const satisfies readonly Result['figures'][number]['code'][];

/** What was reached, in numbers. */
export function Figures({ figures }: Pick<Result, 'figures'>) {
  const text = useText();
  const { formatNumber } = useIntl();
  if (figures.length === 0) return null;
  return (
    <dl className={styles.figures}>
      {figures.map(({ code, value }) => (
        <div key={code} className={styles.figure}>
          <dt>{text(`projects.figure.${code}`)}</dt>
          <dd>{formatNumber(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
