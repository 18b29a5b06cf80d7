import { RICH_TEXT_LINK } from '#libs/contracts';
import { Button } from '@mantine/core';
import type { Editor } from '@tiptap/react';
import { type SubmitEvent, useId, useState } from 'react';
import { TextField } from '../../../components/field.js';
import { useText } from '../../../i18n/use-text.js';
import styles from './writing.module.css';

/** Asks for the address of a link; empty takes the link away. */
export function LinkField({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const text = useText();
  const id = useId();
  const [address, setAddress] = useState(() => String(editor.getAttributes('link').href ?? ''));
  const [isWrong, setIsWrong] = useState(false);

  const apply = (event: SubmitEvent): void => {
    event.preventDefault();
    const href = withScheme(address.trim());
    if (href !== '' && !RICH_TEXT_LINK.test(href)) {
      setIsWrong(true);
      return;
    }
    const chain = editor.chain().focus().extendMarkRange('link');
    if (href === '') chain.unsetLink().run();
    else if (editor.state.selection.empty && !editor.isActive('link')) {
      chain.insertContent({ type: 'text', text: address.trim(), marks: [{ type: 'link', attrs: { href } }] });
      chain.run();
    } else chain.setLink({ href }).run();
    onDone();
  };

  return (
    <form
      className={styles.link}
      onSubmit={apply}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        onDone();
        editor.commands.focus();
      }}
    >
      <TextField
        name={`${id}-address`}
        label={text('writing.link.address')}
        inputMode="url"
        dir="ltr"
        autoComplete="off"
        data-autofocus
        ref={focusOnce}
        value={address}
        onChange={(event) => {
          setAddress(event.currentTarget.value);
          setIsWrong(false);
        }}
        error={isWrong && text('writing.link.wrong')}
      />
      <Button type="submit" variant="light">
        {text('writing.link.apply')}
      </Button>
    </form>
  );
}

function focusOnce(input: HTMLInputElement | null): void {
  input?.focus();
}

/** People write addresses as they say them. */
function withScheme(address: string): string {
  if (address === '' || /^[a-z][a-z0-9+.-]*:/i.test(address)) return address;
  return address.includes('@') && !address.includes('/') ? `mailto:${address}` : `https://${address}`;
}
