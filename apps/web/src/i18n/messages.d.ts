declare module 'virtual:messages/*' {
  import type { MessageFormatElement } from 'react-intl';
  /** A message without values is its text; see build/compile-messages.ts. */
  const messages: Record<string, string | MessageFormatElement[]>;
  export default messages;
}
