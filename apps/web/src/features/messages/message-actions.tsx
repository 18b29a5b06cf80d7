import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { MessageView, Reaction } from '#libs/contracts';
import { REACTIONS } from '#libs/contracts';
import { useState } from 'react';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { api, ifMatch, read } from '../../lib/api.js';
import { useMe } from '../../lib/me.js';
import type { Conversation } from './conversations.js';
import type { Excerpt } from './excerpt.js';
import { languageOfText } from './language-of-text.js';
import type { MessageTarget } from './message-target.js';
import styles from './message-row.module.css';
import { receiveChange } from './threads.js';
import { Translation } from './translation.js';
import { hasTranslator } from './translator.js';

/** What each sign looks like; its words stand beside it. */
const SIGNS: Readonly<Record<Reaction, string>> = {
  'thumbs-up': '\u{1F44D}',
  heart: '\u{2764}\u{FE0F}',
  smile: '\u{1F60A}',
  celebrate: '\u{1F389}',
  thanks: '\u{1F64F}',
  seen: '\u{1F440}',
};

/** How others answered a message without words, and what the reader can do with it. */
export function MessageActions(props: {
  message: MessageView;
  isMine: boolean;
  conversation: Conversation;
  onTarget: (target: MessageTarget) => void;
  onReport: (seq: number) => void;
  onExcerpt: (excerpt: Excerpt) => void;
}) {
  const { message, isMine, conversation, onTarget, onReport, onExcerpt } = props;
  const text = useText();
  const me = useMe();
  const { id: organizationId } = useActingOrganization();
  const [problem, setProblem] = useState<unknown>(null);
  const [isTranslated, setTranslated] = useState(false);
  const foreign = foreignLanguage(message, isMine);
  if (message.deletedAt) return null;
  const path = { id: conversation.id, seq: String(message.seq) };
  const apply = (change: Promise<MessageView>): void => {
    setProblem(null);
    change.then((changed) => receiveChange(organizationId, changed), setProblem);
  };
  const given = (code: Reaction): boolean =>
    message.reactions?.some(
      (each) =>
        each.code === code &&
        each.by.some((seat) => seat.personId === me.id && seat.organizationId === organizationId),
    ) ?? false;
  const react = (code: Reaction): void =>
    apply(
      read(
        api.POST('/api/v1/conversations/{id}/messages/{seq}/reactions', {
          params: { path },
          body: { code, given: !given(code) },
        }),
      ),
    );
  const remove = (): void =>
    apply(
      read(
        api.DELETE('/api/v1/conversations/{id}/messages/{seq}', {
          params: { path, header: ifMatch(message.revision ?? 1) },
        }),
      ),
    );
  const mayWrite = conversation.abilities.post;
  return (
    <>
      <Reactions {...{ message, given, mayWrite, react }} />
      <Menu position="bottom-start" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={28} aria-label={text('rooms.actions')}>
            <IconDots size={18} stroke={1.5} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {mayWrite && <Answers {...{ message, react, onTarget }} />}
          <Menu.Item onClick={() => onExcerpt({ kind: 'thread', seq: message.thread ?? message.seq })}>
            {text('rooms.thread.show')}
          </Menu.Item>
          {message.editedAt && (
            <Menu.Item onClick={() => onExcerpt({ kind: 'wordings', seq: message.seq })}>
              {text('rooms.wordings.show')}
            </Menu.Item>
          )}
          {foreign !== null && (
            <Menu.Item onClick={() => setTranslated(!isTranslated)}>
              {text(isTranslated ? 'rooms.translation.hide' : 'rooms.translation.ask')}
            </Menu.Item>
          )}
          {mayWrite && isMine && (
            <>
              <Menu.Item onClick={() => onTarget({ kind: 'edit', message })}>{text('rooms.edit')}</Menu.Item>
              <Menu.Item color="danger" onClick={remove}>
                {text('messages.delete')}
              </Menu.Item>
            </>
          )}
          {!isMine && <Menu.Item onClick={() => onReport(message.seq)}>{text('rooms.report')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      {isTranslated && foreign !== null && (
        <div className={styles.aside}>
          <Translation body={message.body} from={foreign} onHide={() => setTranslated(false)} />
        </div>
      )}
      {problem !== null && (
        <div className={styles.aside}>
          <ProblemNotice error={problem} />
        </div>
      )}
    </>
  );
}

/** BCP 47 of somebody else's words, where it is known and this browser might translate them. */
function foreignLanguage(message: MessageView, isMine: boolean): string | null {
  return isMine || !hasTranslator() ? null : (message.language ?? languageOfText(message.body));
}

type React = (code: Reaction) => void;

/** How others answered without words; a press adds one's own, or takes it back. */
function Reactions(props: {
  message: MessageView;
  given: (code: Reaction) => boolean;
  mayWrite: boolean;
  react: React;
}) {
  const { message, given, mayWrite, react } = props;
  const text = useText();
  return message.reactions
    ?.filter(({ by }) => by.length > 0)
    .map(({ code, by }) => (
      <Button
        key={code}
        variant={given(code) ? 'light' : 'default'}
        size="compact-sm"
        aria-pressed={given(code)}
        aria-label={text('rooms.reacted', { sign: text(`rooms.sign.${code}`), count: by.length })}
        disabled={!mayWrite}
        onClick={() => react(code)}
      >
        {SIGNS[code]} {by.length}
      </Button>
    ));
}

function Answers(props: { message: MessageView; react: React; onTarget: (target: MessageTarget) => void }) {
  const { message, react, onTarget } = props;
  const text = useText();
  return (
    <>
      <Menu.Item onClick={() => onTarget({ kind: 'reply', message })}>{text('rooms.reply')}</Menu.Item>
      {REACTIONS.map((code) => (
        <Menu.Item key={code} onClick={() => react(code)}>
          {SIGNS[code]} {text(`rooms.sign.${code}`)}
        </Menu.Item>
      ))}
    </>
  );
}
