import { Button } from '@mantine/core';
import { useText } from '../../i18n/use-text.js';

/** Takes one of a list away; says which to those who only hear it. */
export function RemoveButton({ name, onClick }: { name: string; onClick: () => void }) {
  const text = useText();
  return (
    <Button variant="subtle" onClick={onClick} aria-label={text('calls.remove.named', { name })}>
      {text('calls.remove')}
    </Button>
  );
}
