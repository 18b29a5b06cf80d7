import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useActingOrganization } from '../lib/acting-organization.js';
import { FitWord } from './fit-word.js';
import styles from './fitting-organizations.module.css';

/** Organizations by name, each with how it would fit; `more` may say that there are others. */
export function FittingOrganizations(props: {
  organizations: readonly { id: string; name: string; fit: Parameters<typeof FitWord>[0]['fit'] }[];
  more?: ReactNode;
}) {
  const { slug } = useActingOrganization();
  return (
    <ul className={styles.list}>
      {props.organizations.map(({ id, name, fit }) => (
        <li key={id}>
          <Link
            to="/o/$organization/organizations/$organizationId"
            params={{ organization: slug, organizationId: id }}
          >
            {name}
          </Link>
          <FitWord fit={fit} />
        </li>
      ))}
      {props.more && <li>{props.more}</li>}
    </ul>
  );
}
