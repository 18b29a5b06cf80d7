import { IconAlertTriangle, IconCheck, IconCloudOff, IconLoader } from '@tabler/icons-react';
import { useCodeText, useText } from '../../../i18n/use-text.js';
import { usePresent, useWritingStatus } from './writing-context.js';
import styles from './writing.module.css';

const ICONS = {
  loading: IconLoader,
  saving: IconLoader,
  saved: IconCheck,
  'kept-here': IconCloudOff,
  'not-kept': IconAlertTriangle,
  refused: IconAlertTriangle,
} as const;

/** Says where the last letter is, honestly and once per change. */
export function WritingState() {
  const { state, refusal } = useWritingStatus();
  const text = useText();
  const codeText = useCodeText();
  const Icon = ICONS[state];
  return (
    <span className={styles.state} role="status" data-writing={state}>
      <Icon size={16} stroke={1.5} aria-hidden />
      {refusal === null
        ? text(`writing.state.${state}`)
        : codeText('writing.refused', refusal, 'writing.refused.other')}
    </span>
  );
}

/** Who else has the text open. */
export function Writers() {
  const present = usePresent();
  const text = useText();
  if (present.length === 0) return null;
  return (
    <ul className={styles.writers} aria-label={text('writing.here')}>
      {present.map(({ personId, name, color }) => (
        <li key={personId} className={styles.writer}>
          <span className={styles.dot} style={{ background: color }} aria-hidden />
          <bdi>{name}</bdi>
        </li>
      ))}
    </ul>
  );
}
