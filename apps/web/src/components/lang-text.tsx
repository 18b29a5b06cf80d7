import type { ElementType, ReactNode } from 'react';

/** A text in a language of its own: fonts, line breaks and screen readers follow it. */
export function LangText(props: {
  /** BCP 47; null when nobody stated it. */
  language: string | null | undefined;
  children: ReactNode;
  as?: ElementType;
  className?: string | undefined;
}) {
  const { language, children, as: Element = 'span', className } = props;
  return (
    <Element lang={language ?? undefined} dir="auto" className={className}>
      {children}
    </Element>
  );
}
