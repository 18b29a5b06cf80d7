import { useIntl } from 'react-intl';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import { useText } from '../../i18n/use-text.js';
import type { Fact } from '../../lib/profile-entries.js';

/** How far something can be relied upon: when it was looked at last, and to its own people who answers for it. */
export function FactNote({ fact }: { fact: Fact }) {
  const text = useText();
  const { formatDate } = useIntl();
  const day = formatDate(fact.checkedAt, { dateStyle: 'medium', calendar: 'gregory' });
  return (
    <p className={`${record.line} ${record.sub}`}>
      {fact.stale ? (
        <Tag tone="warning">{text('profile.fact.stale', { day })}</Tag>
      ) : (
        text('profile.fact.checked', { day })
      )}
      {fact.owner?.displayName && <span>{text('profile.fact.owner', { name: fact.owner.displayName })}</span>}
    </p>
  );
}
