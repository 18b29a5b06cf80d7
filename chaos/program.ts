import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

const LOG_LINES = 200;
const PATIENCE_MS = 120_000;
/** A supervisor would go on for ever; a campaign cannot. */
const SUPERVISED_MS = 60_000;
const AGAIN_AFTER_MS = 250;

/** A process of the system under test, with the tail of what it printed. */
export class Program {
  readonly log: string[] = [];
  private child: ChildProcess | undefined;

  constructor(
    readonly name: string,
    private readonly entry: URL,
    private readonly variables: Readonly<Record<string, string>>,
    private readonly nodeOptions: readonly string[] = [],
  ) {}

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  /** Ready, and not ended since. */
  isUp = false;

  /** As a supervisor would: what ends while it starts is started again. */
  async startAgain(): Promise<void> {
    for (const until = Date.now() + SUPERVISED_MS; ; await pause(AGAIN_AFTER_MS)) {
      try {
        await this.start();
        return;
      } catch (error) {
        // PostgreSQL may be the next that is killed; it takes its time to come back.
        if (Date.now() > until) throw error;
      }
    }
  }

  /** Resolves when the process says that it is ready. */
  async start(): Promise<void> {
    const child = fork(this.entry, [], {
      env: { PATH: process.env.PATH ?? '', ...this.variables },
      execArgv: [...this.nodeOptions],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.child = child;
    child.once('exit', () => (this.isUp = false));
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.log.push(...text.trimEnd().split('\n'));
        this.log.splice(0, Math.max(0, this.log.length - LOG_LINES));
      });
    }
    let timer: NodeJS.Timeout | undefined;
    try {
      await new Promise<void>((ready, reject) => {
        const fail = (why: string): void => {
          reject(new Error(`${this.name} ${why}:\n${this.log.slice(-20).join('\n')}`));
        };
        child.on('message', (message: { type?: string }) => {
          if (message.type === 'ready') ready();
        });
        child.once('exit', (code, signal) => {
          fail(`ended while starting (${signal ?? code})`);
        });
        timer = setTimeout(() => {
          fail('does not get ready');
        }, PATIENCE_MS);
      });
      this.isUp = true;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Ends the process by `signal`; resolves once it is gone. */
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const { child } = this;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    const impatience = setTimeout(() => child.kill('SIGKILL'), 15_000);
    await gone;
    clearTimeout(impatience);
  }
}
