import { type KeyboardEvent, useCallback } from 'react';

export type SendKey = 'enter' | 'ctrl-enter';

/**
 * Key handler for texts that Enter sends. While an input method composes (Korean, Japanese, Chinese,
 * Vietnamese), Enter belongs to the composition and never sends; key code 229 is how Safari and older Chromium
 * mark the Enter that ends one. Shift+Enter always breaks the line.
 */
export function useEnterToSend(
  send: () => void,
  sendKey: SendKey = 'enter',
): (event: KeyboardEvent<HTMLElement>) => void {
  return useCallback(
    (event) => {
      if (event.key !== 'Enter' || event.shiftKey) return;
      if (event.nativeEvent.isComposing || event.keyCode === 229) return;
      const withControl = event.ctrlKey || event.metaKey;
      if (sendKey === 'ctrl-enter' && !withControl) return;
      event.preventDefault();
      send();
    },
    [send, sendKey],
  );
}
