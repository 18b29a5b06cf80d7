import type { IncomingMessage } from 'node:http';
import type { Server, Socket } from 'socket.io';

/** Packets and bytes that may wait for a reader who does not keep up. */
const MAX_WAITING_PACKETS = 512;
const MAX_WAITING_BYTES = 1024 * 1024;

/** A connection of engine.io, as far as it is watched here. */
interface EngineConnection {
  readonly readyState: string;
  flush(this: EngineConnection): void;
  readonly request: IncomingMessage;
  on(event: 'packetCreate', listener: () => void): unknown;
  close(discard: boolean): unknown;
  readonly writeBuffer: readonly { readonly data?: unknown }[];
  readonly transport: { readonly writable: boolean; readonly socket?: { terminate?(): void } };
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

/**
 * What one turn of the event loop has for a socket leaves in one system call, which costs more than all that is done
 * for a packet before: the push of a message and its acknowledgement, the messages of one batch.
 */
export function sendTogether(engine: Server['engine']): void {
  const turn = new Set<EngineConnection>();
  const end = (): void => {
    const connections = [...turn];
    turn.clear();
    for (const connection of connections) flushNow(connection);
  };
  function flush(this: EngineConnection): void {
    if (this.readyState !== 'open') flushNow(this);
    else if (this.writeBuffer.length > 0 && this.transport.writable) {
      // Behind every promise that is due: they may have more to say.
      if (turn.size === 0) queueMicrotask(() => process.nextTick(end));
      turn.add(this);
    }
  }
  engine.on('connection', (connection: EngineConnection) => {
    connection.flush = flush;
  });
  engine.on('flush', ({ request }: EngineConnection, packets: readonly unknown[]) => {
    if (packets.length > 1) request.socket.cork();
  });
  engine.on('drain', ({ request }: EngineConnection) => {
    request.socket.uncork();
  });
}

/** As engine.io does it. */
function flushNow(connection: EngineConnection): void {
  (Object.getPrototypeOf(connection) as EngineConnection).flush.call(connection);
}

function waitingBytes(packets: EngineConnection['writeBuffer']): number {
  let bytes = 0;
  for (const { data } of packets) {
    bytes += typeof data === 'string' || Buffer.isBuffer(data) ? data.length : 0;
  }
  return bytes;
}
