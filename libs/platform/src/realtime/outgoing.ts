import type { IncomingMessage } from 'node:http';
import type { Server, Socket } from 'socket.io';

/** Packets and bytes that may wait for a reader who does not keep up. */
const MAX_WAITING_PACKETS = 512;
const MAX_WAITING_BYTES = 1024 * 1024;

/** A connection of engine.io, as far as it is watched here. */
interface EngineConnection {
  readonly request: IncomingMessage;
  on(event: 'packetCreate', listener: () => void): unknown;
  close(discard: boolean): unknown;
  readonly writeBuffer: readonly { readonly data?: unknown }[];
  readonly transport: { readonly socket?: { terminate?(): void } };
}

/**
 * Cuts a socket off when too much waits for it: one slow reader must not fill the memory of all. The client
 * connects again and asks the API for what it missed.
 */
export function boundOutgoing(socket: Socket, onCut: () => void): void {
  const connection = socket.conn as unknown as EngineConnection;
  connection.on('packetCreate', () => {
    const { writeBuffer } = connection;
    if (writeBuffer.length < 32) return;
    if (writeBuffer.length < MAX_WAITING_PACKETS && waitingBytes(writeBuffer) < MAX_WAITING_BYTES) return;
    onCut();
    const line = connection.transport.socket;
    connection.close(true);
    // A close frame would wait behind everything that is not read.
    line?.terminate?.();
  });
}

/** Packets that wait for the same socket leave in one system call instead of one each. */
export function sendTogether(engine: Server['engine']): void {
  engine.on('flush', ({ request }: EngineConnection, packets: readonly unknown[]) => {
    if (packets.length > 1) request.socket.cork();
  });
  engine.on('drain', ({ request }: EngineConnection) => {
    request.socket.uncork();
  });
}

function waitingBytes(packets: EngineConnection['writeBuffer']): number {
  let bytes = 0;
  for (const { data } of packets) {
    bytes += typeof data === 'string' || Buffer.isBuffer(data) ? data.length : 0;
  }
  return bytes;
}
