import { useCallback, useEffect, useRef, useState } from 'react';
import { readDevice, removeDevice, writeDevice } from './device-storage.js';

const WRITE_AFTER_MS = 500;

/**
 * A text that outlives the tab: kept on this device 500 ms after the last key and when the page is left.
 *
 * @param key begins with the person's id, then what the text belongs to
 * @returns the text, a setter, and `clear` for when it was sent
 */
export function useDraft(key: string): [string, (text: string) => void, () => void] {
  const [draft, setDraft] = useState({ key, text: '' });
  const pending = useRef<{ key: string; text: string } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    const last = pending.current;
    pending.current = null;
    if (last) void (last.text === '' ? removeDevice(last.key) : writeDevice(last.key, last.text));
  }, []);

  useEffect(() => {
    let current = true;
    void readDevice<string>(key).then((kept) => {
      // Letters typed before the draft was read win over it.
      if (current && kept && !pending.current) setDraft({ key, text: kept });
    });
    addEventListener('pagehide', flush);
    return () => {
      current = false;
      flush();
      removeEventListener('pagehide', flush);
    };
  }, [key, flush]);

  const change = useCallback(
    (next: string) => {
      setDraft({ key, text: next });
      pending.current = { key, text: next };
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, WRITE_AFTER_MS);
    },
    [key, flush],
  );
  const clear = useCallback(() => {
    change('');
    flush();
  }, [change, flush]);

  return [draft.key === key ? draft.text : '', change, clear];
}
