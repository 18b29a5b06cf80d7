import { quantile, rounded } from '../setting/figures.js';
import { LightSocket } from './light-socket.js';
import type { Room, Talker } from './talkers.js';

/** About what people write to each other, in two scripts. */
const BODY =
  'Hello, we are interested in your offer for 200 guests. Please send the price list. 5월 일정도 알려 주세요.';
const PUSH = '"messaging.message-posted"';
const ID = '"clientMessageId":"';
/** Sockets that connect at the same time; more would only wait in the server's queue. */
const CONNECTING = 100;
/** Answers that are still on their way when a measurement ends. */
const LINGER_MS = 15_000;

export interface Seat {
  readonly talker: Talker;
  readonly room: Room;
  readonly url: string;
}

/** How long things took, in milliseconds. */
export interface Delays {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/** Not numbers where nothing was timed: null in JSON. */
export function delaysOf(values: readonly number[]): Delays {
  const at = (share: number): number => (values.length === 0 ? NaN : rounded(quantile(values, share)));
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}

export interface Paced {
  readonly sent: number;
  readonly acknowledged: number;
  readonly perSecond: number;
  readonly ack: Delays;
  /** From sending to a push at somebody else. */
  readonly seen: Delays;
}

/** People with open sockets who write to each other. */
export class Talk {
  private readonly sockets: LightSocket[] = [];
  private readonly sentAt = new Map<string, number>();
  private readonly senders = new Map<string, LightSocket>();
  private seen: number[] | undefined;
  private counting = false;
  private deliveries = 0;
  private onEcho: (() => void) | undefined;
  private written = 0;

  private constructor(
    private readonly name: string,
    readonly seats: readonly Seat[],
  ) {}

  /** Everybody at their seat, connected. `name` keeps client ids of several talks apart. */
  static async begin(name: string, seats: readonly Seat[]): Promise<Talk> {
    const talk = new Talk(name, seats);
    for (let from = 0; from < seats.length; from += CONNECTING) {
      const opened = seats.slice(from, from + CONNECTING).map((seat) => talk.open(seat));
      talk.sockets.push(...(await Promise.all(opened)));
    }
    return talk;
  }

  end(): void {
    for (const socket of this.sockets) socket.close();
  }

  /**
   * As many messages as it will take, with `window` of them under way: a sender's next one goes out when the last
   * has come back to them as a push. Answers pushes a second, and messages.
   */
  async flood(seconds: number, window: number, warmUpSeconds: number): Promise<Flood> {
    let next = 0;
    let messages = 0;
    const write = (): void => {
      messages += 1;
      void this.write(next++ % this.sockets.length);
    };
    this.onEcho = write;
    for (let index = 0; index < window; index += 1) write();
    await pause(warmUpSeconds * 1_000);
    const before = { deliveries: this.deliveries, messages, at: performance.now() };
    await pause(seconds * 1_000);
    const elapsed = (performance.now() - before.at) / 1_000;
    const flood = {
      deliveries: this.deliveries - before.deliveries,
      perSecond: (this.deliveries - before.deliveries) / elapsed,
      messagesPerSecond: (messages - before.messages) / elapsed,
    };
    this.onEcho = undefined;
    await this.silence();
    return flood;
  }

  /** So many messages a second, whether or not earlier ones are answered. Only the `senders` first seats write. */
  async pace(perSecond: number, seconds: number, senders = this.sockets.length): Promise<Paced> {
    const acks: number[] = [];
    const seen: number[] = [];
    let sent = 0;
    const answers: Promise<void>[] = [];
    const began = performance.now();
    this.seen = seen;
    this.counting = true;
    while (performance.now() - began < seconds * 1_000) {
      const due = Math.floor(((performance.now() - began) / 1_000) * perSecond);
      for (; sent < due; sent += 1) {
        const at = performance.now();
        answers.push(
          this.write(sent % senders).then((answer) => {
            if (answer.includes('"ok":true')) acks.push(performance.now() - at);
          }),
        );
      }
      await pause(1);
    }
    const elapsed = (performance.now() - began) / 1_000;
    await Promise.race([Promise.all(answers), pause(LINGER_MS)]);
    await this.silence();
    this.seen = undefined;
    return {
      sent,
      acknowledged: acks.length,
      perSecond: rounded(acks.length / elapsed),
      ack: delaysOf(acks),
      seen: delaysOf(seen),
    };
  }

  /** Ends all lines at once. */
  cut(): void {
    for (const socket of this.sockets.splice(0)) socket.close();
  }

  private async open({ talker, room, url }: Seat): Promise<LightSocket> {
    const { token, organizationId, personId } = talker;
    const auth = { token, organizationId, personId, rooms: [room.id] };
    return new LightSocket(url, auth, {
      onPush: (socket, packet) => {
        this.pushed(socket, packet);
      },
    }).open();
  }

  private write(seat: number): Promise<string> {
    const socket = this.sockets[seat];
    const conversationId = this.seats[seat]?.room.id ?? '';
    if (!socket) throw new Error(`Nobody sits at ${seat}.`);
    const clientMessageId = `${this.name}-${this.written++}`;
    this.sentAt.set(clientMessageId, performance.now());
    this.senders.set(clientMessageId, socket);
    return socket.ask('messaging.post-message', { conversationId, clientMessageId, body: BODY });
  }

  private pushed(socket: LightSocket, packet: string): void {
    if (!packet.startsWith(PUSH, 3)) return;
    this.deliveries += 1;
    if (!this.counting && !this.onEcho) return;
    const from = packet.indexOf(ID) + ID.length;
    const id = packet.slice(from, packet.indexOf('"', from));
    if (this.senders.get(id) === socket) {
      this.senders.delete(id);
      this.onEcho?.();
      if (!this.seen) this.sentAt.delete(id);
    } else if (this.seen) {
      const at = this.sentAt.get(id);
      if (at !== undefined) this.seen.push(performance.now() - at);
    }
  }

  /** Until nothing has been pushed for a moment. */
  private async silence(): Promise<void> {
    const until = performance.now() + LINGER_MS;
    for (let last = -1; last !== this.deliveries && performance.now() < until;) {
      last = this.deliveries;
      await pause(300);
    }
    this.sentAt.clear();
    this.senders.clear();
    this.counting = false;
  }
}

export interface Flood {
  readonly deliveries: number;
  readonly perSecond: number;
  readonly messagesPerSecond: number;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
