import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useIntl } from 'react-intl';
import { TextAreaField } from '../../../components/field.js';
import { LangText } from '../../../components/lang-text.js';
import { LocalTime } from '../../../components/local-time.js';
import { ProblemNotice } from '../../../components/problem-notice.js';
import record from '../../../components/record.module.css';
import { useText } from '../../../i18n/use-text.js';
import {
  type SectionComment,
  type SectionComments,
  type Thread,
  threadsOf,
  useCommentAct,
} from './section-comments.js';
import type { SectionKey } from './sections.js';
import styles from './section-talk.module.css';

const MAX_QUOTE = 500;
const MAX_COMMENT = 4000;

interface TalkProps {
  proposalId: string;
  section: SectionKey;
  comments: SectionComments;
}

/** What the consortium says among itself about a section: threads, open ones first to be seen. */
export function SectionTalk({ proposalId, section, comments }: TalkProps) {
  const text = useText();
  const [quote, setQuote] = useState<string | null>(null);
  const [answering, setAnswering] = useState<readonly string[]>([]);
  const threads = threadsOf(comments, section);
  // What somebody settles while an answer is being written to it stays where it is, and the words with it.
  const isOpen = ({ root }: Thread): boolean => root.resolvedAt === null || answering.includes(root.id);
  const open = threads.filter(isOpen);
  const settled = threads.filter((each) => !isOpen(each));
  if (threads.length === 0 && !comments.mayComment) return null;
  const shown = (each: Thread) => (
    <ThreadView
      key={each.root.id}
      proposalId={proposalId}
      thread={each}
      mayComment={comments.mayComment}
      isAnswering={answering.includes(each.root.id)}
      onAnswering={(isAnswering) =>
        setAnswering((all) => [
          ...all.filter((id) => id !== each.root.id),
          ...(isAnswering ? [each.root.id] : []),
        ])
      }
    />
  );
  return (
    <div className={styles.talk} data-talk={section}>
      {open.length > 0 && (
        <ol className={styles.threads} aria-label={text('dossier.comments.open', { count: open.length })}>
          {open.map(shown)}
        </ol>
      )}
      {settled.length > 0 && (
        <details>
          <summary className={record.sub}>
            {text('dossier.comments.settled', { count: settled.length })}
          </summary>
          <ol className={styles.threads}>{settled.map(shown)}</ol>
        </details>
      )}
      {comments.mayComment && quote === null && (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={`${text('dossier.comments.begin')}: ${text(`dossier.section.${section}`)}`}
          // What is selected in the text stays so: it is quoted.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => setQuote(selectedIn(section))}
        >
          {text('dossier.comments.begin')}
        </Button>
      )}
      {comments.mayComment && quote !== null && (
        <SayForm
          proposalId={proposalId}
          about={{ section, quote: quote === '' ? null : quote, threadId: null }}
          label={text('dossier.comments.words')}
          onDone={() => setQuote(null)}
        />
      )}
    </div>
  );
}

/** The words of the section that are selected, cut where a quotation would be too long. */
function selectedIn(section: SectionKey): string {
  const selection = document.getSelection();
  const paper = document.querySelector(`section[data-section="${section}"]`);
  if (!selection?.anchorNode || !paper?.contains(selection.anchorNode)) return '';
  return [...selection.toString().trim()].slice(0, MAX_QUOTE).join('');
}

function ThreadView(props: {
  proposalId: string;
  thread: Thread;
  mayComment: boolean;
  isAnswering: boolean;
  onAnswering: (isAnswering: boolean) => void;
}) {
  const { proposalId, thread, mayComment, isAnswering, onAnswering } = props;
  const { root, answers } = thread;
  const text = useText();
  const act = useCommentAct(proposalId);
  const isOpen = root.resolvedAt === null;
  return (
    <li className={styles.thread} data-settled={!isOpen || undefined}>
      {root.quote && <blockquote className={styles.quote}>{root.quote}</blockquote>}
      {[root, ...answers].map((comment) => (
        <Said key={comment.id} comment={comment} />
      ))}
      {act.error && <ProblemNotice error={act.error} />}
      {mayComment && !(isAnswering && isOpen) && (
        <div className={record.side}>
          {isOpen && (
            <Button size="compact-sm" variant="default" onClick={() => onAnswering(true)}>
              {text('dossier.comments.answer')}
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="subtle"
            loading={act.isPending}
            onClick={() => act.mutate({ verb: isOpen ? 'resolve' : 'reopen', commentId: root.id })}
          >
            {text(isOpen ? 'dossier.comments.resolve' : 'dossier.comments.reopen')}
          </Button>
        </div>
      )}
      {mayComment && isAnswering && (
        <SayForm
          proposalId={proposalId}
          about={{ section: root.section, quote: null, threadId: root.id }}
          label={text('dossier.comments.answer')}
          onDone={() => onAnswering(false)}
        />
      )}
    </li>
  );
}

function Said({ comment }: { comment: SectionComment }) {
  const text = useText();
  const { author, organization, body, language, createdAt } = comment;
  return (
    <div>
      <p className={record.sub}>
        <bdi className={record.strong}>{author || text('dossier.comments.former')}</bdi> · {organization} ·{' '}
        <LocalTime at={createdAt} as="stamp" />
      </p>
      <LangText as="p" language={language} className={record.prose}>
        {body}
      </LangText>
    </div>
  );
}

function SayForm(props: {
  proposalId: string;
  about: { section: SectionKey; quote: string | null; threadId: string | null };
  label: string;
  onDone: () => void;
}) {
  const { proposalId, about, label, onDone } = props;
  const text = useText();
  const { locale } = useIntl();
  const [body, setBody] = useState('');
  const act = useCommentAct(proposalId);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (body.trim() !== '')
      act.mutate({ verb: 'say', body: { ...about, body, language: locale } }, { onSuccess: onDone });
  };
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      {about.quote && <blockquote className={styles.quote}>{about.quote}</blockquote>}
      <TextAreaField
        name={`comment-${about.threadId ?? about.section}`}
        label={label}
        minRows={2}
        maxLength={MAX_COMMENT}
        autoFocus
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
      />
      {act.error && <ProblemNotice error={act.error} />}
      <div className={record.side}>
        <Button type="submit" size="compact-sm" loading={act.isPending} disabled={body.trim() === ''}>
          {text('dossier.comments.send')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onDone}>
          {text('action.cancel')}
        </Button>
      </div>
    </form>
  );
}
