import { Button } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { FileLink } from '../../files/file-link.js';
import { mebibytes } from '../../files/file-limits.js';
import { Picture } from '../../files/picture.js';
import { useText } from '../../i18n/use-text.js';
import { useStore } from '../../lib/store.js';
import type { Entry } from './entries.js';
import { fileProgress, progressKey } from './file-progress.js';
import type { Outbox } from './outbox.js';
import styles from './message-files.module.css';

/** Width a picture gets in a thread, in pixels. */
const PICTURE = 320;

/** What goes with a message: to be opened once it is said, with its way to the server before. */
export function MessageFiles({ entry, outbox }: { entry: Entry; outbox: Outbox }) {
  const { message } = entry;
  if (!message) return <Outgoing entry={entry} outbox={outbox} />;
  return (
    <ul className={styles.files}>
      {message.attachments?.map(({ fileId, name, size, mediaType }) => (
        <li key={fileId} data-file="clean">
          {mediaType.startsWith('image/') && <Picture fileId={fileId} alt={name} size={PICTURE} />}
          <FileLink file={{ id: fileId, name, size }} />
        </li>
      ))}
    </ul>
  );
}

function Outgoing({ entry, outbox }: { entry: Entry; outbox: Outbox }) {
  const text = useText();
  const progress = useStore(fileProgress);
  const { key, files, state } = entry;
  return (
    <>
      <ul className={styles.files}>
        {files.map((file, index) => {
          const now = progress.get(progressKey(key, index));
          const step = file.fileId === undefined ? (now?.step ?? 'waiting') : 'clean';
          const shown = state === 'refused' && step !== 'clean' ? 'refused' : step;
          const percent = Math.floor((now?.share ?? 0) * 100);
          return (
            <li key={index} data-file={shown} className={styles.outgoing}>
              <span>
                <IconPaperclip size={16} stroke={1.5} aria-hidden /> <bdi>{file.name}</bdi>{' '}
                <span className={styles.note}>
                  {text('files.size', { mebibytes: Math.max(mebibytes(file.size), 0.1) })}
                </span>
              </span>
              {shown === 'uploading' && (
                <progress
                  value={percent}
                  max={100}
                  aria-label={text('files.progress', { name: file.name })}
                />
              )}
              <span className={styles.note}>{text(`rooms.file.${shown}`, { percent })}</span>
            </li>
          );
        })}
      </ul>
      {state === 'waiting' && (
        <Button variant="subtle" size="compact-sm" onClick={() => void outbox.discard(key)}>
          {text('rooms.file.give-up')}
        </Button>
      )}
    </>
  );
}
