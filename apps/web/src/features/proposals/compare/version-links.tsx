import { PathLink } from '../../../components/path-link.js';
import { useText } from '../../../i18n/use-text.js';
import { useActingOrganization } from '../../../lib/acting-organization.js';
import styles from './compare.module.css';
import { SaveVersionPdf } from './save-version-pdf.js';

/** What can be done with what was handed in: kept on paper and, from the second version on, compared. */
export function VersionLinks({ proposalId, number }: { proposalId: string; number: number }) {
  const text = useText();
  const { slug } = useActingOrganization();
  return (
    <span className={styles.links}>
      {number > 1 && (
        <PathLink path={`/o/${slug}/proposals/${proposalId}/versions`}>{text('compare.title')}</PathLink>
      )}
      <SaveVersionPdf proposalId={proposalId} number={number} />
    </span>
  );
}
