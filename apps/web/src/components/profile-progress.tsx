import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import type { components } from '#libs/api-client';
import { useText } from '../i18n/use-text.js';
import { useActingOrganization } from '../lib/acting-organization.js';
import { progressQuery } from '../lib/profile-entries.js';
import { mayWrite } from '../lib/rights.js';
import { FittingOrganizations } from './fitting-organizations.js';
import { Panel } from './panel.js';
import styles from './profile-progress.module.css';

type NextStep = components['schemas']['NextStepResponse'];

/** How complete the own profile is, the one thing to do next, and whom that would bring. Nothing once all is done. */
export function ProfileProgress({ always = false }: { always?: boolean }) {
  const text = useText();
  const acting = useActingOrganization();
  const { data } = useQuery(progressQuery(acting.id));
  if (!data || (!always && data.next === null)) return null;
  const words = text('progress.percent', { percent: data.percent });
  return (
    <Panel title={text('progress.title')} aside={<span role="status">{words}</span>}>
      <progress className={styles.meter} max={100} value={data.percent} aria-label={text('progress.title')} />
      {data.next ? <Next next={data.next} /> : <p className={styles.next}>{text('progress.complete')}</p>}
    </Panel>
  );
}

function Next({ next }: { next: NextStep }) {
  const text = useText();
  const { formatList, locale } = useIntl();
  const acting = useActingOrganization();
  const { action, field, assumed, unlocks, unlockedCount } = next;
  const label =
    action === 'confirm' ? text('progress.confirm') : text(`progress.state.${field ?? 'summary'}`);
  const month = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  const example = formatList(
    assumed.map(({ value, label: words }) =>
      field === 'operatingMonths' ? month.format(Date.UTC(2026, Number(value) - 1, 1)) : words,
    ),
  );
  return (
    <>
      <p className={styles.next}>
        {mayWrite(acting, 'profile.update') ? (
          <Link
            to="/o/$organization/organizations/$organizationId/profile"
            params={{ organization: acting.slug, organizationId: acting.id }}
            hash={field ?? ''}
          >
            {label}
          </Link>
        ) : (
          label
        )}
      </p>
      {action === 'state' && (
        <p>
          {unlocks.length === 0
            ? text('progress.unlocks.none')
            : text('progress.unlocks', { count: unlockedCount, example })}
        </p>
      )}
      {unlocks.length > 0 && (
        <FittingOrganizations
          organizations={unlocks.map(({ organization, fitAfter }) => ({ ...organization, fit: fitAfter }))}
        />
      )}
    </>
  );
}
