import type {
  ClientEventName,
  ClientToServerEvents,
  ServerEventName,
  ServerToClientEvents,
  SocketRefusal,
} from '#libs/contracts';
import type { Socket } from 'socket.io-client';
import { ApiProblem } from './api-problem.js';
import { reportPush } from './connection.js';
import { accessToken, endSession, refreshSession } from './session.js';

type Incoming = { [Name in ServerEventName]: (payload: ServerToClientEvents[Name]) => void };
type Answer<Name extends ClientEventName> = ClientToServerEvents[Name]['answer'] | SocketRefusal;
type Outgoing = {
  [Name in ClientEventName]: (
    request: ClientToServerEvents[Name]['request'],
    acknowledge: (answer: Answer<Name>) => void,
  ) => void;
};
type Listener<Name extends ServerEventName> = (payload: ServerToClientEvents[Name]) => void;

const ACKNOWLEDGE_WITHIN_MS = 10_000;

let socket: Socket<Incoming, Outgoing> | null = null;
let opening = 0;
const listeners = new Map<ServerEventName, Set<(payload: never) => void>>();
const opened = new Set<() => void>();
const reopened = new Set<() => void>();

/**
 * Opens the push connection for one organization; a push is a hint, the API is the truth. The code of
 * socket.io is fetched here, after the first screen stands.
 */
export async function openSocket(organizationId: string): Promise<void> {
  closeSocket();
  const turn = ++opening;
  const { io } = await import('socket.io-client');
  if (turn !== opening) return;
  const created: Socket<Incoming, Outgoing> = io({
    transports: ['websocket'],
    reconnectionDelay: 500,
    // With the spread of it: whoever waits for a server that is back waits 4 s at most.
    reconnectionDelayMax: 4_000,
    randomizationFactor: 0.5,
    auth: (answer) => answer({ token: accessToken() ?? '', organizationId }),
  });
  let before = false;
  let refusals = 0;
  created.on('connect', () => {
    reportPush('open');
    // Whatever was pushed while there was no line has been missed: everybody asks the API again.
    for (const listener of before ? [...opened, ...reopened] : opened) listener();
    before = true;
    refusals = 0;
  });
  created.on('disconnect', (reason) => {
    if (reason === 'io client disconnect') return;
    reportPush('lost');
    // socket.io does not come back by itself when the server closed the line.
    if (reason === 'io server disconnect') void renew(created, refusals++);
  });
  created.on('connect_error', (error) => {
    reportPush('lost');
    const code = (error as Error & { data?: { code?: string } }).data?.code;
    if (code) void renew(created, refusals++);
  });
  created.on('session.ended', ({ reason }) => {
    if (reason !== 'server-restart') endSession();
  });
  created.onAny((name: ServerEventName, payload: unknown) => {
    for (const listener of listeners.get(name) ?? []) listener(payload as never);
  });
  socket = created;
}

export function closeSocket(): void {
  opening += 1;
  socket?.disconnect();
  socket = null;
  reportPush('idle');
}

/** Listens to one push; returns what stops listening. Survives reconnects and a change of organization. */
export function onPush<Name extends ServerEventName>(name: Name, listener: Listener<Name>): () => void {
  const set = listeners.get(name) ?? new Set();
  listeners.set(name, set.add(listener));
  return () => set.delete(listener);
}

/** Called whenever the line stands, for what must not miss a push between the first reading and the first line. */
export function onOpened(listener: () => void): () => void {
  opened.add(listener);
  return () => opened.delete(listener);
}

/** Called after every reconnect, when pushes may have been missed. */
export function onReopened(listener: () => void): () => void {
  reopened.add(listener);
  return () => reopened.delete(listener);
}

/**
 * Sends and waits for the acknowledgement, which comes only after the commit.
 *
 * @throws ApiProblem with the code of the refusal; `network/unreachable` when no answer came in 10 s
 */
export async function ask<Name extends ClientEventName>(
  name: Name,
  request: ClientToServerEvents[Name]['request'],
): Promise<ClientToServerEvents[Name]['answer']> {
  const line = socket;
  if (!line?.connected) throw ApiProblem.unreachable();
  const answer = await new Promise<Answer<Name>>((resolve, reject) => {
    const timer = setTimeout(() => reject(ApiProblem.unreachable()), ACKNOWLEDGE_WITHIN_MS);
    const emit = line.emit.bind(line) as (
      name: Name,
      request: ClientToServerEvents[Name]['request'],
      acknowledge: (answer: Answer<Name>) => void,
    ) => void;
    emit(name, request, (received) => {
      clearTimeout(timer);
      resolve(received);
    });
  });
  if (answer.ok) return answer;
  const { code, detail, errors, retryAfterSeconds } = answer.error;
  throw new ApiProblem(400, code, errors, null, retryAfterSeconds, detail);
}

/** The server refused or closed: most often the access token has run out. Waits longer after each refusal. */
async function renew(line: Socket<Incoming, Outgoing>, refusals: number): Promise<void> {
  const open = await refreshSession().catch(() => true);
  if (!open || line !== socket) return;
  setTimeout(() => line === socket && line.connect(), Math.min(1_000 * 2 ** refusals, 30_000));
}
