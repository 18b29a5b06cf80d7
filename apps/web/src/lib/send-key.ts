import { readPreference, writePreference } from './preferences.js';
import { createStore, useStore } from './store.js';
import type { SendKey } from './use-enter-to-send.js';

export const SEND_KEYS = ['enter', 'ctrl-enter'] as const satisfies readonly SendKey[];

const kept = readPreference('ttn.send-key');
// On a keyboard made of glass Enter breaks the line, as in every messenger there; the button sends.
const usual: SendKey = matchMedia('(pointer: fine)').matches ? 'enter' : 'ctrl-enter';
const sendKey = createStore<SendKey>(SEND_KEYS.find((key) => key === kept) ?? usual);

/** Which key sends a message in this browser. */
export function useSendKey(): SendKey {
  return useStore(sendKey);
}

export function chooseSendKey(next: SendKey): void {
  writePreference('ttn.send-key', next);
  sendKey.set(next);
}
