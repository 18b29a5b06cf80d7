import { Button, NativeSelect, Textarea } from '@mantine/core';
import { MEMBER_LANGUAGES } from '#libs/contracts';
import { useEffect, useId, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { type Match, useSendInterest } from '../../lib/matches.js';
import { useMe } from '../../lib/me.js';
import { newClientId } from '../../lib/new-client-id.js';
import { useDraft } from '../../lib/use-draft.js';
import { ProblemNotice } from '../problem-notice.js';
import styles from './match-list.module.css';

const MAX_CHARACTERS = 2_000;
/** Counted out loud only near the end; a counter that speaks with every key is noise. */
const NEAR_END = 100;

/** The first word to the other side: who we are to them and what we would like to do together. */
export function InterestForm({ match, onDone }: { match: Match; onDone: () => void }) {
  const text = useText();
  const { locale } = useIntl();
  const me = useMe();
  const organization = useActingOrganization();
  const [message, setMessage, clearDraft] = useDraft(`${me.id}/interest/${organization.id}/${match.id}`);
  const [language, setLanguage] = useState<string>(locale);
  const [hasTried, setTried] = useState(false);
  // One key per text: sending the same again, after a lost answer, never sends it twice.
  const sent = useRef({ content: '', key: '' });
  const field = useRef<HTMLTextAreaElement>(null);
  const fieldId = useId();
  const send = useSendInterest(match, organization.id);
  useEffect(() => field.current?.focus(), []);

  const length = [...message.trim()].length;
  const left = MAX_CHARACTERS - [...message].length;
  const fault =
    length === 0 ? text('matches.message.missing') : left < 0 ? text('matches.message.long') : null;
  const submit = () => {
    setTried(true);
    if (fault) {
      field.current?.focus();
      return;
    }
    const content = `${language} ${message}`;
    if (sent.current.content !== content) sent.current = { content, key: newClientId() };
    // The push may take the form away before the answer is here; what was sent is no draft all the same.
    void send.mutateAsync({ message, language, idempotencyKey: sent.current.key }).then(
      () => {
        clearDraft();
        onDone();
      },
      () => undefined,
    );
  };
  return (
    <form
      noValidate
      className={styles.letter}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) onDone();
      }}
    >
      <Textarea
        ref={field}
        id={fieldId}
        label={text('matches.message', { name: match.counterpart.name })}
        description={text('matches.message.note')}
        autosize
        minRows={4}
        maxRows={12}
        lang={language}
        dir="auto"
        value={message}
        onChange={(event) => setMessage(event.currentTarget.value)}
        error={hasTried && fault}
      />
      <p className={styles.counter} role={left <= NEAR_END ? 'status' : undefined}>
        {text('matches.message.left', { count: left })}
      </p>
      <NativeSelect
        label={text('matches.message.language')}
        value={language}
        onChange={(event) => setLanguage(event.currentTarget.value)}
        data={MEMBER_LANGUAGES.map((tag) => ({
          value: tag,
          label: new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag,
        }))}
      />
      {send.error && <ProblemNotice error={send.error} />}
      <div className={styles.buttons}>
        <Button type="submit" loading={send.isPending}>
          {text('matches.send')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {text('action.cancel')}
        </Button>
      </div>
    </form>
  );
}
