import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { MAX_PICKED } from './directory-search.js';
import styles from './directory.module.css';

/** What can be done with the ticked organizations; at the foot of the screen while there are any. */
export function PickedBar({ picked, onClear }: { picked: readonly string[]; onClear: () => void }) {
  const text = useText();
  const { slug } = useActingOrganization();
  return (
    <div role="status" className={styles.barPlace}>
      {picked.length > 0 && (
        <div className={styles.bar}>
          <span>{text('directory.picked', { count: picked.length, most: MAX_PICKED })}</span>
          {picked.length > 1 && (
            <Button
              renderRoot={(props) => (
                <Link
                  to="/o/$organization/compare"
                  params={{ organization: slug }}
                  search={{ ids: [...picked] }}
                  {...props}
                />
              )}
            >
              {text('directory.compare', { count: picked.length })}
            </Button>
          )}
          <Button variant="subtle" onClick={onClear}>
            {text('directory.picked.clear')}
          </Button>
        </div>
      )}
    </div>
  );
}
