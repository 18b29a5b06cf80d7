import { Button, Textarea } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import type { MessageView } from '#libs/contracts';
import { lazy, type RefObject, Suspense, useEffect, useId, useRef, useState } from 'react';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { api, ifMatch, read } from '../../lib/api.js';
import { useMe } from '../../lib/me.js';
import { useSendKey } from '../../lib/send-key.js';
import { useDraft } from '../../lib/use-draft.js';
import { useEnterToSend } from '../../lib/use-enter-to-send.js';
import styles from './composer.module.css';
import type { Participant } from './conversations.js';
import { languageOfText } from './language-of-text.js';
import { keptMentions, type Mention } from './mentions.js';
import type { MessageTarget } from './message-target.js';
import type { Outbox } from './outbox.js';
import { receiveChange } from './threads.js';

// One can write before the rest of the desk is there.
const AttachFiles = lazy(async () => ({ default: (await import('./after-the-words.js')).AttachFiles }));
const ChosenFiles = lazy(async () => ({ default: (await import('./after-the-words.js')).ChosenFiles }));
const MentionPicker = lazy(async () => ({ default: (await import('./after-the-words.js')).MentionPicker }));

/** Longest message the API takes, in code points. */
const MAX_BODY = 8_000;
/** Said only near the end; a counter for every message would be noise. */
const NEAR_END = 500;

/** Where one writes. What is not sent yet stays on this device, tab closed or not. */
export function Composer(props: {
  conversationId: string;
  name: string;
  participants: readonly Participant[];
  outbox: Outbox;
  /** What is answered, or worded anew. */
  target: MessageTarget | null;
  onDone: () => void;
}) {
  const { conversationId, name, participants, outbox, target, onDone } = props;
  const text = useText();
  const me = useMe();
  const organization = useActingOrganization();
  const [draft, setDraft, clearDraft] = useDraft(`${me.id}/draft/${organization.id}/${conversationId}`);
  // Words of a message that is worded anew stand before the draft, which waits below them.
  const [edit, setEdit] = useState<{ of: MessageTarget; body: string } | null>(null);
  const edited = target?.kind === 'edit' ? target : null;
  const body = edited ? (edit?.of === edited ? edit.body : edited.message.body) : draft;
  const setBody = (next: string): void => (edited ? setEdit({ of: edited, body: next }) : setDraft(next));
  const field = useRef<HTMLTextAreaElement>(null);
  const hintId = useId();
  const [files, setFiles] = useState<File[]>([]);
  const [mentions, setMentions] = useState<Mention[]>([]);
  const [problem, setProblem] = useState<unknown>(null);
  const sendKey = useSendKey();
  const left = body.length > MAX_BODY - 2 * NEAR_END ? MAX_BODY - [...body.trim()].length : MAX_BODY;

  const send = (): void => {
    const written = body.trim();
    field.current?.focus();
    if (left < 0) return;
    if (edited) return written === '' ? undefined : reword(edited.message, written);
    // Files without words go under their names, so that lists and searches have something to show.
    const said = written === '' ? fileNames(files) : written;
    if (said === '') return;
    const seats = keptMentions(said, mentions);
    clearDraft();
    setFiles([]);
    setMentions([]);
    void outbox.add(conversationId, organization.id, said, {
      ...(target && { replyTo: target.message.seq }),
      ...(seats.length > 0 && { mentions: seats }),
      ...(files.length > 0 && {
        files: files.map((content) => ({ name: content.name, size: content.size, content })),
      }),
    });
    onDone();
  };
  const reword = (message: MessageView, written: string): void => {
    setProblem(null);
    const language = languageOfText(written);
    read(
      api.PATCH('/api/v1/conversations/{id}/messages/{seq}', {
        params: {
          path: { id: conversationId, seq: String(message.seq) },
          header: ifMatch(message.revision ?? 1),
        },
        body: { body: written, ...(language !== null && { language }) },
      }),
    ).then((changed) => {
      receiveChange(organization.id, changed);
      onDone();
    }, setProblem);
  };
  useEffect(() => {
    if (target) field.current?.focus();
  }, [target]);
  const onKeyDown = useEnterToSend(send, sendKey);
  useEffect(() => {
    // Who opens a conversation at a desk is about to write; on a phone the keyboard would hide what was said.
    if (matchMedia('(pointer: fine)').matches) field.current?.focus({ preventScroll: true });
  }, []);
  return (
    <form
      className={styles.composer}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {target && (
        <Target
          target={target}
          onCancel={() => {
            setProblem(null);
            field.current?.focus();
            onDone();
          }}
        />
      )}
      {problem !== null && <ProblemNotice error={problem} />}
      <Suspense fallback={<span className={styles.tool} />}>
        <Desk
          {...{ id: `${hintId}-people`, field, files, draft: body, participants }}
          takesFiles={!edited}
          onFiles={setFiles}
          onMention={(next, mention) => {
            setBody(next);
            setMentions([...mentions, mention]);
          }}
        />
      </Suspense>
      <Textarea
        ref={field}
        className={styles.field}
        aria-label={text('messages.write', { name })}
        placeholder={text('messages.placeholder')}
        aria-describedby={hintId}
        autosize
        minRows={1}
        maxRows={8}
        dir="auto"
        lang={languageOfText(body) ?? undefined}
        value={body}
        onChange={(event) => {
          setBody(event.currentTarget.value);
          void import('./after-the-words.js').then(({ sayTyping }) => sayTyping(conversationId));
        }}
        onKeyDown={onKeyDown}
        error={left < 0}
      />
      <Button
        type="submit"
        className={styles.send}
        leftSection={<IconSend size={18} stroke={1.5} aria-hidden />}
      >
        {text('messages.send')}
      </Button>
      <p id={hintId} className={styles.hint}>
        {text(`messages.hint.${sendKey}`)}
      </p>
      <Room left={left} />
    </form>
  );
}

function fileNames(files: readonly File[]): string {
  return files.map(({ name }) => name).join(', ');
}

/** What is answered or worded anew. */
function Target({ target, onCancel }: { target: MessageTarget; onCancel: () => void }) {
  const text = useText();
  return (
    <div className={styles.target}>
      <p>
        {text(target.kind === 'edit' ? 'rooms.editing' : 'rooms.replying')}{' '}
        <span className={styles.quoted}>{target.message.body}</span>
      </p>
      <Button variant="subtle" size="compact-sm" onClick={onCancel}>
        {text('action.cancel')}
      </Button>
    </div>
  );
}

/** What lies beside the field: files that will go along, people to mention. */
function Desk(props: {
  id: string;
  field: RefObject<HTMLTextAreaElement | null>;
  files: readonly File[];
  takesFiles: boolean;
  draft: string;
  participants: readonly Participant[];
  onFiles: (files: File[]) => void;
  onMention: (draft: string, mention: Mention) => void;
}) {
  const { id, field, files, takesFiles, draft, participants, onFiles, onMention } = props;
  return (
    <>
      {files.length > 0 && <ChosenFiles files={files} onFiles={onFiles} />}
      {draft.includes('@') && (
        <MentionPicker
          id={id}
          field={field}
          draft={draft}
          participants={participants}
          onMention={onMention}
        />
      )}
      {takesFiles ? (
        <AttachFiles field={field} files={files} onFiles={onFiles} />
      ) : (
        <span className={styles.tool} />
      )}
    </>
  );
}

/** How much more fits, once that matters. */
function Room({ left }: { left: number }) {
  const text = useText();
  return (
    <p className={left < 0 ? `${styles.left} ${styles.over}` : styles.left} role="status">
      {left < 0 && text('messages.too-long', { count: -left })}
      {left >= 0 && left <= NEAR_END && text('messages.left', { count: left })}
    </p>
  );
}
