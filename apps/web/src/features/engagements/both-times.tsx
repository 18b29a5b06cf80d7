import { LocalTime } from '../../components/local-time.js';
import type { Engagement } from './engagements.js';
import styles from './engagements.module.css';

/** One moment on the clocks of both. */
export function BothTimes({ engagement, at }: { engagement: Engagement; at: string }) {
  const zones = [...new Set([engagement.consultant.timeZone, engagement.requester.timeZone])];
  return (
    <span className={styles.both}>
      {zones.map((zone) => (
        <span key={zone}>
          <LocalTime at={at} as="stamp" timeZone={zone} /> · {zone.split('/').at(-1)?.replaceAll('_', ' ')}
        </span>
      ))}
    </span>
  );
}
