import type { SeatView } from '#libs/contracts';
import { ask, onPush, onOpened } from '../../lib/socket.js';
import { createStore } from '../../lib/store.js';

/** A line that was heard typing counts as typing for so long. */
const TYPING_MS = 5_000;
/** Said at most so often while somebody writes. */
const SAY_EVERY_MS = 3_000;
/** Net under what may be lost on the way. */
const ASK_EVERY_MS = 60_000;

export const seatKey = ({ personId, organizationId }: SeatView): string => `${personId}/${organizationId}`;

/** Who of the conversation on the screen is here, by {@link seatKey}. */
export const here = createStore<ReadonlySet<string>>(new Set());
/** Who writes in it just now, in the order in which they began. */
export const typing = createStore<readonly SeatView[]>([]);

/** Follows who is here and who writes in one conversation until the answer is called. */
export function watchPresence(conversationId: string): () => void {
  let current = true;
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const look = (): void => {
    ask('messaging.watch-presence', { conversationId }).then(
      (answer) => current && here.set(new Set(answer.here.map(seatKey))),
      // Without a line nobody is known to be here.
      () => current && here.set(new Set()),
    );
  };
  const stopTyping = (seat: SeatView): void => {
    clearTimeout(timers.get(seatKey(seat)));
    timers.delete(seatKey(seat));
    typing.set(typing.get().filter((each) => seatKey(each) !== seatKey(seat)));
  };
  const ends = [
    onOpened(look),
    onPush('messaging.presence-changed', ({ here: isHere, ...seat }) => {
      const next = new Set(here.get());
      if (isHere) next.add(seatKey(seat));
      else next.delete(seatKey(seat));
      here.set(next);
      if (!isHere) stopTyping(seat);
    }),
    onPush('messaging.presence-reset', (reset) => {
      if (reset.conversationId === conversationId) look();
    }),
    onPush('messaging.typing', ({ conversationId: where, ...seat }) => {
      if (where !== conversationId) return;
      const known = timers.has(seatKey(seat));
      clearTimeout(timers.get(seatKey(seat)));
      timers.set(
        seatKey(seat),
        setTimeout(() => stopTyping(seat), TYPING_MS),
      );
      if (!known) typing.set([...typing.get(), seat]);
    }),
    onPush('messaging.message-posted', ({ message }) => {
      const seat = { personId: message.senderId, organizationId: message.senderOrganizationId };
      if (message.conversationId === conversationId) stopTyping(seat);
    }),
  ];
  const again = setInterval(look, ASK_EVERY_MS);
  look();
  return () => {
    current = false;
    clearInterval(again);
    for (const end of ends) end();
    for (const timer of timers.values()) clearTimeout(timer);
    here.set(new Set());
    typing.set([]);
  };
}

let said = { conversationId: '', at: 0 };

/** Tells the others that one is writing; a loss harms nobody. */
export function sayTyping(conversationId: string): void {
  const now = performance.now();
  if (said.conversationId === conversationId && now - said.at < SAY_EVERY_MS) return;
  said = { conversationId, at: now };
  ask('messaging.type', { conversationId }).catch(() => undefined);
}
