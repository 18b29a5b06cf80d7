import { useEffect } from 'react';
import { hasShortcuts } from '../../lib/shortcuts.js';

const STEPS: Readonly<Record<string, number>> = { j: 1, k: -1 };
const VERBS: Readonly<Record<string, 'archive' | 'snooze' | 'unread'>> = {
  e: 'archive',
  s: 'snooze',
  u: 'unread',
};

/**
 * `j` and `k` walk through the rows of the page, Enter follows the link that has the focus, `e` puts a row away, `s`
 * off, and `u` marks it as not read, by clicking what stands in the row: what is not offered there does nothing.
 */
export function useInboxKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || !hasShortcuts() || isElsewhere(event.target))
        return;
      const letter = letterOf(event);
      const step = STEPS[letter];
      const verb = VERBS[letter];
      if (step !== undefined) walk(step);
      else if (verb !== undefined) currentRow()?.querySelector<HTMLElement>(`[data-verb="${verb}"]`)?.click();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

/** What stands on the key: an input method that is set to another script makes other letters of it. */
function letterOf({ key, code }: KeyboardEvent): string {
  return /^[!-~]$/.test(key) ? key : (/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? '');
}

function walk(step: number): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-notice]')];
  const at = rows.findIndex((row) => row === currentRow());
  const next = at < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + step, 0), rows.length - 1);
  rows[next]?.querySelector<HTMLElement>('a')?.focus();
}

function currentRow(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>('[data-notice]') ?? null;
}

/** Somebody writes, or chooses from a menu or in a dialog. */
function isElsewhere(target: EventTarget | null): boolean {
  const places = 'input, textarea, select, [contenteditable], [role="menu"], [role="dialog"]';
  return target instanceof HTMLElement && target.closest(places) !== null;
}
