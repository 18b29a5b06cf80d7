import { LocalTime } from '../../components/local-time.js';
import type { Engagement } from './engagements.js';
import styles from './engagements.module.css';

/** The city a zone is named after. */
export const zoneName = (zone: string): string => zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;

/** One moment on the clocks of both. */
export function BothTimes({ engagement, at }: { engagement: Engagement; at: string }) {
  const zones = [...new Set([engagement.consultant.timeZone, engagement.requester.timeZone])];
  return (
    <span className={styles.both}>
      {zones.map((zone) => (
        <span key={zone}>
          <LocalTime at={at} as="stamp" timeZone={zone} /> · {zoneName(zone)}
        </span>
      ))}
    </span>
  );
}
