import { Button } from '@mantine/core';
import { useText } from '../i18n/use-text.js';
import styles from './files.module.css';
import type { UploadState } from './use-upload.js';

/** How far an upload is, and what can be done about it. */
export function UploadProgress(props: {
  state: Extract<UploadState, { name: string }>;
  onPause: () => void;
  onResume: () => void;
  onCancel: () => void;
}) {
  const text = useText();
  const { state } = props;
  const percent = state.step === 'checking' ? 100 : Math.floor(state.share * 100);
  return (
    <div className={styles.progress}>
      <bdi className={styles.name}>{state.name}</bdi>
      <progress value={percent} max={100} aria-label={text('files.progress', { name: state.name })} />
      <span>{text('files.percent', { percent })}</span>
      <div className={styles.actions}>
        {state.step === 'sending' && (
          <Button variant="default" onClick={props.onPause}>
            {text('files.pause')}
          </Button>
        )}
        {state.step === 'paused' && (
          <Button variant="default" onClick={props.onResume}>
            {text('files.resume')}
          </Button>
        )}
        <Button variant="subtle" onClick={props.onCancel}>
          {text('action.cancel')}
        </Button>
      </div>
    </div>
  );
}
