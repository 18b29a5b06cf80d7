import { Button } from '@mantine/core';
import { useId, useRef } from 'react';
import { ProblemNotice } from '../components/problem-notice.js';
import { useText } from '../i18n/use-text.js';
import { mebibytes, typeNames, usePurposeLimits } from './file-limits.js';
import styles from './files.module.css';
import type { StoredFile } from './stored-files.js';
import { UploadProgress } from './upload-progress.js';
import { type UploadState, useUpload } from './use-upload.js';

/**
 * Takes one file for `purpose`. What it may be is what the server says; `accept` narrows what the file chooser
 * offers. `onUploaded` hears of the file once it was checked: only then can it be attached.
 */
export function FileUpload(props: {
  purpose: string;
  label: string;
  accept?: string;
  onUploaded: (file: StoredFile) => void;
}) {
  const text = useText();
  const ids = useId();
  const chooser = useRef<HTMLInputElement>(null);
  const limits = usePurposeLimits(props.purpose);
  const { state, send, pause, resume, cancel } = useUpload(props.purpose, props.onUploaded);
  const busy = state.step === 'sending' || state.step === 'paused' || state.step === 'checking';
  return (
    <div role="group" aria-labelledby={`${ids}-label`} className={styles.upload}>
      <span id={`${ids}-label`} className={styles.label}>
        {props.label}
      </span>
      {limits && (
        <span id={`${ids}-hint`} className={styles.hint}>
          {text('files.hint', { types: typeNames(limits.mediaTypes), mebibytes: mebibytes(limits.maxBytes) })}
        </span>
      )}
      <input
        ref={chooser}
        type="file"
        hidden
        accept={props.accept ?? limits?.mediaTypes.join(',')}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          currentTarget.value = ''; // so that the same file can be chosen again
          if (file) void send(file);
        }}
      />
      {busy ? (
        <UploadProgress state={state} onPause={pause} onResume={resume} onCancel={cancel} />
      ) : (
        <div>
          <Button
            variant="default"
            aria-describedby={limits ? `${ids}-hint` : undefined}
            onClick={() => chooser.current?.click()}
          >
            {text(state.step === 'done' ? 'files.choose-another' : 'files.choose')}
          </Button>
        </div>
      )}
      {state.step === 'refused' && <ProblemNotice error={state.problem} />}
      <UploadStatus state={state} />
    </div>
  );
}

/** Spoken as it changes; refusals are announced by their own notice. */
function UploadStatus({ state }: { state: UploadState }) {
  const text = useText();
  return (
    <p role="status" className={styles.hint}>
      {state.step === 'done' && text('files.uploaded', { name: state.file.name })}
      {state.step === 'done' && state.file.scanned === 'not_scanned' && ` ${text('files.not-scanned')}`}
      {state.step === 'paused' && text('files.paused')}
      {state.step === 'checking' && text('files.checking')}
    </p>
  );
}
