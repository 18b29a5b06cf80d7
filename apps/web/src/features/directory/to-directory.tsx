import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';

/** Back to the directory; with the organizations that stay ticked there. */
export function ToDirectory({ picked = [] }: { picked?: string[] }) {
  const text = useText();
  const { slug } = useActingOrganization();
  return (
    <Button
      variant="default"
      renderRoot={(props) => (
        <Link
          to="/o/$organization/directory"
          params={{ organization: slug }}
          search={picked.length > 0 ? { picked } : {}}
          {...props}
        />
      )}
    >
      {text('comparison.back')}
    </Button>
  );
}
