import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../i18n/use-text.js';

const SEARCH_AFTER_MS = 250;
/** How Safari and older Chromium mark a key that belongs to the input method. */
const COMPOSING_KEY = 229;

/**
 * Searches as one types, words under composition (Hangul, kana, pinyin) included, since the last syllable stays in
 * composition until the next one begins. Enter searches at once, but never while it belongs to the input method.
 */
export function SearchField(props: { value: string; onSearch: (q: string) => void }) {
  const { value, onSearch } = props;
  const text = useText();
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  const [sent, setSent] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  // The address changed, and not by what was typed here (back, cleared filters): the field follows.
  if (value !== known) {
    setKnown(value);
    if (value !== sent) {
      setTyped(value);
      setSent(value);
    }
  }
  useEffect(() => () => clearTimeout(timer.current), []);
  const search = (q: string, after: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setSent(q.trim());
      onSearch(q.trim());
    }, after);
  };
  const type = (q: string, after = SEARCH_AFTER_MS) => {
    setTyped(q);
    search(q, after);
  };
  return (
    <TextInput
      id="q"
      type="search"
      label={text('directory.search')}
      description={text('directory.search.note')}
      dir="auto"
      autoComplete="off"
      maxLength={200}
      leftSection={<IconSearch size={18} stroke={1.5} aria-hidden />}
      rightSection={
        typed !== '' && (
          <CloseButton aria-label={text('directory.search.clear')} onClick={() => type('', 0)} />
        )
      }
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        if (event.nativeEvent.isComposing || event.keyCode === COMPOSING_KEY) return;
        search(event.currentTarget.value, 0);
      }}
    />
  );
}
