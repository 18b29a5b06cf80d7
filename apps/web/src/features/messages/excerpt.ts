/** A few messages looked at beside the conversation: a thread, or what stands around one message. */
export interface Excerpt {
  readonly kind: 'thread' | 'around';
  /** Of the message that began the thread, or that was found. */
  readonly seq: number;
}
