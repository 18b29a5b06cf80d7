import type { ContextProp, ItemProps, ListProps, ScrollerProps } from 'react-virtuoso';
import { LocalTime } from '../../components/local-time.js';
import { useRichText, useText } from '../../i18n/use-text.js';
import type { Conversation } from './conversations.js';
import type { Entry } from './entries.js';
import styles from './message-list.module.css';
import type { ThreadState } from './thread.js';

/** What the parts around the rows need to know. */
export interface ListContext {
  label: string;
  conversation: Conversation;
  state: ThreadState;
}
type WithContext = ContextProp<ListContext>;

/** Takes the focus, so that keys scroll it, and shows that it has it: the library would hide the ring. */
function Scroller({
  context,
  ref,
  style,
  ...props
}: ScrollerProps & WithContext & { ref?: React.Ref<HTMLDivElement> }) {
  const { outline: _hidden, ...shown } = style ?? {};
  return <div {...props} style={shown} ref={ref} role="group" aria-label={context.label} tabIndex={0} />;
}

function List({ context, ref, ...props }: ListProps & WithContext & { ref?: React.Ref<HTMLDivElement> }) {
  return <div {...props} ref={ref} role="list" aria-label={context.label} />;
}

function Item({ item, context: _context, ...props }: ItemProps<Entry> & WithContext) {
  return <div {...props} role="listitem" data-seq={item.seq ?? undefined} data-state={item.state} />;
}

/** Above the first row: that more is coming, or where it all began. */
function Header({ context: { state, conversation } }: WithContext) {
  const text = useText();
  const rich = useRichText();
  if (state.hasOlder) {
    return <p className={styles.edge}>{state.isReadingOlder ? text('messages.older') : ' '}</p>;
  }
  return (
    <div className={styles.edge}>
      <p>
        {rich('messages.beginning', {
          time: <LocalTime key="time" at={conversation.createdAt} as="stamp" />,
        })}
      </p>
      {state.messages.length === 0 && <p>{text('messages.silent')}</p>}
    </div>
  );
}

function Footer() {
  return <div className={styles.foot} />;
}

/** Made once: a new component type would build the whole list anew. */
export const LIST_PARTS = { Scroller, List, Item, Header, Footer };
