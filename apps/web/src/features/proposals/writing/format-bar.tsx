import { ActionIcon } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBlockquote,
  IconBold,
  IconHeading,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
  IconStrikethrough,
  IconUnderline,
} from '@tabler/icons-react';
import { type Editor, useEditorState } from '@tiptap/react';
import { type KeyboardEvent, useState } from 'react';
import { useText } from '../../../i18n/use-text.js';
import { LinkField } from './link-field.js';
import styles from './writing.module.css';

const TOOLS = [
  ['bold', IconBold, (editor: Editor) => editor.chain().focus().toggleBold().run()],
  ['italic', IconItalic, (editor: Editor) => editor.chain().focus().toggleItalic().run()],
  ['underline', IconUnderline, (editor: Editor) => editor.chain().focus().toggleUnderline().run()],
  ['strike', IconStrikethrough, (editor: Editor) => editor.chain().focus().toggleStrike().run()],
  ['heading', IconHeading, (editor: Editor) => editor.chain().focus().toggleHeading({ level: 3 }).run()],
  ['bulletList', IconList, (editor: Editor) => editor.chain().focus().toggleBulletList().run()],
  ['orderedList', IconListNumbers, (editor: Editor) => editor.chain().focus().toggleOrderedList().run()],
  ['blockquote', IconBlockquote, (editor: Editor) => editor.chain().focus().toggleBlockquote().run()],
  ['link', IconLink, null],
  ['undo', IconArrowBackUp, (editor: Editor) => editor.chain().focus().undo().run()],
  ['redo', IconArrowForwardUp, (editor: Editor) => editor.chain().focus().redo().run()],
] as const;

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** The toolbar of a section: one stop of Tab, arrows inside, Escape back to the text (WAI-ARIA toolbar). */
export function FormatBar({ editor, controls }: { editor: Editor; controls: string }) {
  const text = useText();
  const [stop, setStop] = useState(0);
  const [linking, setLinking] = useState(false);
  const active = useEditorState({
    editor,
    selector: ({ editor: now }) => TOOLS.filter(([name]) => now.isActive(name)).map(([name]) => name),
  });

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key === 'Escape') {
      editor.commands.focus();
      return;
    }
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = (stop + step + TOOLS.length) % TOOLS.length;
    setStop(next);
    event.currentTarget.querySelectorAll<HTMLElement>('button')[next]?.focus();
  };

  return (
    <>
      <div
        className={styles.bar}
        role="toolbar"
        aria-label={text('writing.format')}
        aria-controls={controls}
        onKeyDown={onKeyDown}
      >
        {TOOLS.map(([name, Icon, run], index) => (
          <ActionIcon
            key={name}
            variant={active.includes(name) ? 'light' : 'subtle'}
            color={active.includes(name) ? undefined : 'gray'}
            size="lg"
            aria-label={text(`writing.format.${name}`)}
            title={text(`writing.format.${name}`)}
            aria-pressed={name === 'undo' || name === 'redo' ? undefined : active.includes(name)}
            tabIndex={index === stop ? 0 : -1}
            onFocus={() => setStop(index)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => (run ? run(editor) : setLinking(true))}
          >
            <Icon size={18} stroke={1.75} aria-hidden />
          </ActionIcon>
        ))}
      </div>
      {linking && <LinkField editor={editor} onDone={() => setLinking(false)} />}
    </>
  );
}
