import { ActionIcon } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { needMessages } from '../../i18n/language.js';
import { useText } from '../../i18n/use-text.js';
import type { Membership } from '../../lib/me.js';
import { hasShortcuts } from '../../lib/shortcuts.js';
import styles from './frame-header.module.css';
import { placesFor } from './navigation.js';

const Palette = lazy(async () => {
  const [{ Palette: component }] = await Promise.all([
    import('../../features/palette/palette.js'),
    needMessages(),
  ]);
  return { default: component };
});

/** Opens the palette by its button, by Ctrl or ⌘ and K, and by `/` where single keys are not switched off. */
export function PaletteLauncher({ membership }: { membership: Membership }) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const [isWanted, setWanted] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isCall(event) || event.isComposing || event.defaultPrevented || isBusy()) return;
      event.preventDefault();
      setWanted(true);
      setOpen(true);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <ActionIcon
        className={styles.tool}
        variant="transparent"
        aria-label={text('frame.find')}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        title={text('frame.find')}
        onClick={() => {
          setWanted(true);
          setOpen(true);
        }}
      >
        <IconSearch size={20} stroke={1.5} aria-hidden />
      </ActionIcon>
      {isWanted && (
        <Suspense>
          <Palette
            isOpen={isOpen}
            onClose={() => setOpen(false)}
            membership={membership}
            places={placesFor(membership)}
          />
        </Suspense>
      )}
    </>
  );
}

function isCall({ key, ctrlKey, metaKey, altKey, shiftKey, target }: KeyboardEvent): boolean {
  if (altKey) return false;
  // The Korean layout writes ㅏ where K is.
  if (ctrlKey || metaKey) return !shiftKey && (key.toLowerCase() === 'k' || key === 'ㅏ');
  return key === '/' && hasShortcuts() && !isWriting(target);
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  );
}

/** A dialog has the floor already. */
function isBusy(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
}
