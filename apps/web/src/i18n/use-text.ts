import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { MessageId } from './locales.js';

type Plain = string | number | Date | null | undefined;
type Rich = ReactNode | ((chunks: ReactNode[]) => ReactNode);

/** The text of a message in the reader's language. Ids are checked by the compiler. */
export type Text = (id: MessageId, values?: Record<string, Plain>) => string;

export function useText(): Text {
  const intl = useIntl();
  return (id, values) => intl.formatMessage({ id }, values);
}

/** As `useText`, for messages that hold tags or elements. */
export function useRichText(): (id: MessageId, values: Record<string, Rich>) => ReactNode {
  const intl = useIntl();
  return (id, values) => intl.formatMessage({ id }, values);
}

/**
 * Text for a code that comes over the wire and may be newer than this page: `<prefix>.<code>` where the catalog
 * has it, else the fallback.
 */
export function useCodeText(): (
  prefix: string,
  code: string,
  fallback: MessageId,
  values?: Record<string, Plain>,
) => string {
  const intl = useIntl();
  return (prefix, code, fallback, values) => {
    const id = `${prefix}.${code}`;
    return intl.formatMessage({ id: id in intl.messages ? id : fallback }, values);
  };
}
