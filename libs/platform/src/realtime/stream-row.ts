import { decodeMulti } from '@msgpack/msgpack';
import type { ClusterMessage } from 'socket.io-adapter';

/** A batch as the stream keeps it: messages one behind the other. */
export interface StreamRow {
  /** Number of the last message. */
  readonly id: string | bigint;
  readonly count: number;
  readonly messages: Uint8Array;
}

/** A message with its number in the stream. */
export interface NumberedMessage {
  readonly id: bigint;
  readonly message: ClusterMessage;
}

export function messagesIn({ id, count, messages }: StreamRow): NumberedMessage[] {
  const before = BigInt(id) - BigInt(count);
  const read = [...decodeMulti(messages)] as ClusterMessage[];
  return read.map((message, place) => ({ id: before + BigInt(place) + 1n, message }));
}
