import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useActingOrganization } from '../lib/acting-organization.js';
import { organizationQuery } from '../lib/organizations.js';
import styles from './organization-name.module.css';
import { FictionalMark } from '../components/tag.js';

/** Who stands behind a record that tells only the id: a link to the organization, marked where it is invented. */
export function OrganizationName({ id }: { id: string }) {
  const acting = useActingOrganization();
  const { data } = useQuery(organizationQuery(acting.id, id));
  // The line keeps its height until the name is here.
  if (!data) return <span className={styles.name}>…</span>;
  return (
    <span className={styles.name}>
      <Link
        to="/o/$organization/organizations/$organizationId"
        params={{ organization: acting.slug, organizationId: id }}
      >
        {data.name}
      </Link>
      {data.fictional && <FictionalMark />}
    </span>
  );
}
