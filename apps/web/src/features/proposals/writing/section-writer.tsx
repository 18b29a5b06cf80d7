import { richTextLength, type RichText } from '#libs/contracts';
import { EditorContent, useEditor, useEditorState } from '@tiptap/react';
import { useEffect, useId } from 'react';
import { useText } from '../../../i18n/use-text.js';
import { useMe } from '../../../lib/me.js';
import { sectionExtensions } from './extensions.js';
import { FormatBar } from './format-bar.js';
import { cleanPasted } from './pasted.js';
import { useWriting, useWritingStatus } from './writing-context.js';
import styles from './writing.module.css';

/** One section of a proposal, written by as many as like at once. Stands inside a `WritingRoom`. */
export function SectionWriter(props: {
  /** The field of the document. */
  sectionKey: string;
  label: string;
  note?: string;
  /** BCP 47 language the proposal is written in. */
  lang?: string;
  /** Characters; more can be written and is said to be too much. */
  maxLength?: number;
  readOnly?: boolean;
}) {
  const { sectionKey, label, note, lang, maxLength } = props;
  const writing = useWriting();
  const { mayWrite } = useWritingStatus();
  const me = useMe();
  const id = useId();
  const isEditable = mayWrite && !props.readOnly;
  const editor = useEditor({ extensions: sectionExtensions(writing, sectionKey, me), editable: false }, [
    writing,
    sectionKey,
  ]);
  useEffect(() => {
    // The view may not stand yet: it then begins with what was set here.
    editor.setOptions({
      editable: isEditable,
      editorProps: {
        transformPastedHTML: cleanPasted,
        handleKeyDown: goToFormatBar,
        attributes: {
          id: `section-${sectionKey}`,
          class: styles.paper ?? '',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-readonly': String(!isEditable),
          'aria-labelledby': `${id}-label`,
          'aria-describedby': `${id}-note ${id}-count`,
          dir: 'auto',
          ...(lang && { lang }),
        },
      },
    });
  }, [editor, isEditable, sectionKey, lang, id]);
  return (
    <section className={styles.section} data-section={sectionKey}>
      <h3 id={`${id}-label`} className={styles.label}>
        {label}
      </h3>
      <p id={`${id}-note`} className={styles.note}>
        {note}
      </p>
      <div className={styles.sheet} data-readonly={!isEditable || undefined}>
        {isEditable && <FormatBar editor={editor} controls={`section-${sectionKey}`} />}
        <EditorContent editor={editor} />
      </div>
      <Count id={`${id}-count`} editor={editor} maxLength={maxLength} />
    </section>
  );
}

/** Alt+F10, as in other editors; Escape leads back. */
function goToFormatBar({ dom }: { dom: HTMLElement }, event: KeyboardEvent): boolean {
  if (event.key !== 'F10' || !event.altKey) return false;
  dom.closest('section')?.querySelector<HTMLElement>('[role="toolbar"] [tabindex="0"]')?.focus();
  return true;
}

function Count(props: { id: string; editor: ReturnType<typeof useEditor>; maxLength: number | undefined }) {
  const text = useText();
  const length = useEditorState({
    editor: props.editor,
    selector: ({ editor }) => (editor ? richTextLength(editor.getJSON() as unknown as RichText) : 0),
  });
  const tooLong = props.maxLength !== undefined && (length ?? 0) > props.maxLength;
  return (
    <p id={props.id} className={styles.count} data-too-long={tooLong || undefined}>
      {props.maxLength === undefined
        ? text('writing.count', { count: length ?? 0 })
        : text(tooLong ? 'writing.count.over' : 'writing.count.of', {
            count: length ?? 0,
            max: props.maxLength,
          })}
    </p>
  );
}
