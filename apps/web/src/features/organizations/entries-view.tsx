import { useQuery } from '@tanstack/react-query';
import { ENTRY_KINDS_OF } from '#libs/contracts';
import { Panel } from '../../components/panel.js';
import record from '../../components/record.module.css';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import type { Organization } from '../../lib/organizations.js';
import { entriesQuery } from '../../lib/profile-entries.js';
import { EntryView } from './entry-view.js';
import styles from './organizations.module.css';

/** What an organization states one by one, kind by kind; kinds of which it states nothing are left out. */
export function EntriesView({ organization }: { organization: Organization }) {
  const text = useText();
  const acting = useActingOrganization();
  const { data: entries = [] } = useQuery(entriesQuery(acting.id, organization.id));
  const kinds = ENTRY_KINDS_OF[organization.kind].filter((kind) =>
    entries.some((entry) => entry.kind === kind),
  );
  return kinds.map((kind) => {
    const isPictures = kind === 'picture';
    const rows = entries
      .filter((entry) => entry.kind === kind)
      .map((entry) => (
        <li key={entry.id} className={isPictures ? undefined : record.entry}>
          <EntryView entry={entry} />
        </li>
      ));
    return (
      <Panel key={kind} title={text(`profile.kind.${kind}`)} rows={isPictures ? undefined : rows}>
        {isPictures && <ul className={styles.pictures}>{rows}</ul>}
      </Panel>
    );
  });
}
