/** Looked at beside the conversation: a thread, what stands around one message, or how that read before. */
export interface Excerpt {
  readonly kind: 'thread' | 'around' | 'wordings';
  /** Of the message that began the thread, or that was found. */
  readonly seq: number;
}
