import type { MessageView } from '#libs/contracts';

/** What the composer is about to answer, or to word anew. */
export interface MessageTarget {
  readonly kind: 'reply' | 'edit';
  readonly message: MessageView;
}
