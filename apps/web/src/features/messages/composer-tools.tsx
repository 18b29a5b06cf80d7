import { ActionIcon, CloseButton } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { mebibytes, typeNames, usePurposeLimits } from '../../files/file-limits.js';
import { useText } from '../../i18n/use-text.js';
import styles from './composer-tools.module.css';
import { ATTACHMENT } from './attachment.js';

/** As many files as one message takes. */
const MAX_FILES = 10;

/** The paper clip, and whatever is dropped on the thread or pasted into the field. */
export function AttachFiles(props: {
  field: RefObject<HTMLTextAreaElement | null>;
  files: readonly File[];
  onFiles: (files: File[]) => void;
}) {
  const { field, files, onFiles } = props;
  const text = useText();
  const limits = usePurposeLimits(ATTACHMENT);
  const chooser = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const add = useCallback(
    (added: readonly File[]) => {
      if (added.length === 0) return;
      const fitting = added.filter(({ size }) => size > 0 && size <= (limits?.maxBytes ?? Infinity));
      const all = [...files, ...fitting];
      const tooLarge = limits && added.some(({ size }) => size > limits.maxBytes);
      setRefused(
        tooLarge
          ? text('rooms.file.too-large', { mebibytes: mebibytes(limits.maxBytes) })
          : all.length > MAX_FILES
            ? text('rooms.file.too-many', { count: MAX_FILES })
            : null,
      );
      onFiles(all.slice(0, MAX_FILES));
    },
    [files, limits, onFiles, text],
  );
  useDroppedFiles(field, add);
  return (
    <>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        data-attach
        accept={limits?.mediaTypes.join(',')}
        onChange={({ currentTarget }) => {
          add([...(currentTarget.files ?? [])]);
          currentTarget.value = ''; // so that the same file can be chosen again
        }}
      />
      <ActionIcon
        variant="subtle"
        size={36}
        className={styles.attach}
        aria-label={text('rooms.file.attach')}
        title={
          limits &&
          text('files.hint', { types: typeNames(limits.mediaTypes), mebibytes: mebibytes(limits.maxBytes) })
        }
        onClick={() => chooser.current?.click()}
      >
        <IconPaperclip size={20} stroke={1.5} aria-hidden />
      </ActionIcon>
      <p role="status" className={styles.refused}>
        {refused}
      </p>
    </>
  );
}

/** What will go with the message, each to be taken back. */
export function ChosenFiles(props: { files: readonly File[]; onFiles: (files: File[]) => void }) {
  const { files, onFiles } = props;
  const text = useText();
  return (
    <ul className={styles.chosen} aria-label={text('rooms.file.chosen')}>
      {files.map((file, index) => (
        <li key={index}>
          <bdi>{file.name}</bdi>
          <CloseButton
            size="sm"
            aria-label={text('rooms.file.take-back', { name: file.name })}
            onClick={() => onFiles(files.filter((each) => each !== file))}
          />
        </li>
      ))}
    </ul>
  );
}

/** Files dropped anywhere on the talk, and pictures pasted into the field. */
function useDroppedFiles(field: RefObject<HTMLTextAreaElement | null>, add: (files: File[]) => void): void {
  useEffect(() => {
    const area = field.current?.closest<HTMLElement>('[data-takes-files]');
    if (!area) return undefined;
    const filesOf = (data: DataTransfer | null): File[] => [...(data?.files ?? [])];
    const over = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      const files = filesOf(event.dataTransfer);
      if (files.length === 0) return;
      event.preventDefault();
      add(files);
    };
    const paste = (event: ClipboardEvent): void => {
      const files = filesOf(event.clipboardData);
      // Words copied from office programs come with a picture of themselves: the words are what is meant.
      if (files.length === 0 || event.clipboardData?.types.includes('text/plain')) return;
      event.preventDefault();
      add(files);
    };
    area.addEventListener('dragover', over);
    area.addEventListener('drop', drop);
    area.addEventListener('paste', paste);
    return () => {
      area.removeEventListener('dragover', over);
      area.removeEventListener('drop', drop);
      area.removeEventListener('paste', paste);
    };
  }, [field, add]);
}
