import { useIntl } from 'react-intl';
import styles from './forms.module.css';

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** Months of the year, 1 to 12. */
export function MonthsField(props: {
  name: string;
  label: string;
  description?: string;
  value: readonly number[];
  onChange: (months: number[]) => void;
}) {
  const { name, label, description, value, onChange } = props;
  const { locale } = useIntl();
  const format = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  const toggle = (month: number) =>
    onChange(MONTHS.filter((each) => (each === month ? !value.includes(month) : value.includes(each))));
  return (
    <fieldset className={styles.group} aria-describedby={description ? `${name}-note` : undefined}>
      <legend className={styles.legend}>{label}</legend>
      {description && (
        <p id={`${name}-note`} className={styles.note}>
          {description}
        </p>
      )}
      <div className={styles.checks}>
        {MONTHS.map((month) => (
          <label key={month} className={styles.check}>
            <input
              type="checkbox"
              id={month === 1 ? name : undefined}
              checked={value.includes(month)}
              onChange={() => toggle(month)}
            />
            {format.format(Date.UTC(2026, month - 1, 1))}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
