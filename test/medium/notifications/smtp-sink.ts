import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** What the server does with a message it has read whole. */
export type Behaviour = 'accept' | 'drop-before-250' | 'drop-after-250' | 'hold';

export interface AcceptedMail {
  readonly messageId: string;
  readonly to: string;
  /** Where reports about it go. */
  readonly returnPath: string;
  readonly source: string;
  /** The plain text part, decoded. */
  readonly text: string;
}

/** A real mail server on loopback that keeps what it takes, and fails on command. */
export class SmtpSink {
  /** Taken into the server's responsibility, in order. */
  readonly accepted: AcceptedMail[] = [];
  /** Message-IDs of every message that arrived whole, taken or not. */
  readonly seen: string[] = [];
  /** Next messages are treated so; when it is empty, they are accepted. */
  readonly plan: Behaviour[] = [];
  /** Addresses the server refuses for good. */
  readonly unknown = new Set<string>();
  /** Lets go of what it holds: `accept` says 250 and takes it, `drop` cuts the line. */
  readonly held: ((then: 'accept' | 'drop') => void)[] = [];
  private readonly server: SMTPServer;

  private constructor() {
    this.server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      logger: false,
      onRcptTo: ({ address }, _session, answer) => {
        if (this.unknown.has(address))
          answer(Object.assign(new Error('No such user'), { responseCode: 550 }));
        else answer();
      },
      onData: (stream, session, answer) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          this.arrived(Buffer.concat(chunks).toString('utf8'), session, answer);
        });
      },
    });
    // A line that was cut is no news here.
    this.server.on('error', () => undefined);
  }

  static async start(): Promise<SmtpSink> {
    const sink = new SmtpSink();
    await new Promise<void>((resolve) => sink.server.listen(0, '127.0.0.1', resolve));
    return sink;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    for (const release of this.held.splice(0)) release('drop');
    await new Promise<void>((resolve) => {
      this.server.close(resolve);
    });
  }

  clear(): void {
    this.accepted.length = this.seen.length = this.plan.length = 0;
    this.unknown.clear();
  }

  private arrived(source: string, session: SMTPServerSession, answer: () => void): void {
    const mail = {
      messageId: /^Message-ID:\s*(\S+)/im.exec(source)?.[1] ?? '',
      to: session.envelope.rcptTo[0]?.address ?? '',
      returnPath: session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address,
      source,
      text: plainPart(source),
    };
    this.seen.push(mail.messageId);
    const act = {
      accept: () => {
        this.accepted.push(mail);
        answer();
      },
      'drop-before-250': () => this.cut(session),
      'drop-after-250': () => {
        this.accepted.push(mail);
        this.cut(session);
      },
      hold: () => {
        this.held.push((then) => {
          act[then === 'accept' ? 'accept' : 'drop-before-250']();
        });
      },
    };
    act[this.plan.shift() ?? 'accept']();
  }

  private cut(session: SMTPServerSession): void {
    const connections = this.server.connections as Set<{ id: string; _socket: Socket }>;
    for (const connection of connections) if (connection.id === session.id) connection._socket.destroy();
  }
}

function plainPart(source: string): string {
  const part = /text\/plain[\s\S]*?Content-Transfer-Encoding: (\S+)\r\n\r\n([\s\S]*?)\r\n--/.exec(source);
  const [, encoding, body = ''] = part ?? [];
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return body;
  const bytes = body
    .replaceAll('=\r\n', '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
