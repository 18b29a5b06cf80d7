import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { MessageId } from '../../i18n/locales.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';

const DOORS = {
  engagements: { to: '/o/$organization/engagements', label: 'way.engagements' },
  library: { to: '/o/$organization/case-library', label: 'way.library' },
  calendars: { to: '/o/$organization/calendars', label: 'way.calendars' },
} as const satisfies Record<string, { to: string; label: MessageId }>;

/** The ways from requests to the rooms beside them. */
export function WayDoors({ doors }: { doors: readonly (keyof typeof DOORS)[] }) {
  const text = useText();
  const { slug } = useActingOrganization();
  return doors.map((door) => (
    <Button
      key={door}
      variant="default"
      renderRoot={(props) => <Link to={DOORS[door].to} params={{ organization: slug }} {...props} />}
    >
      {text(DOORS[door].label)}
    </Button>
  ));
}
