import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

const PATIENCE_MS = 120_000;
const STOP_MS = 10_000;

/** A server in a process of its own, from the built code. */
export class Child {
  private constructor(
    private readonly process: ChildProcess,
    readonly pid: number,
  ) {}

  /**
   * Starts `entry` and resolves when it sends `{type: 'ready'}`. What it prints goes to standard error.
   *
   * @throws Error when it ends or says nothing for too long
   */
  static async start(
    entry: URL,
    variables: Readonly<Record<string, string>>,
    nodeOptions: readonly string[] = [],
  ): Promise<Child> {
    const child = fork(entry, [], {
      env: { PATH: process.env.PATH ?? '', ...variables },
      execArgv: [...nodeOptions],
      stdio: ['ignore', 2, 2, 'ipc'],
    });
    let timer: NodeJS.Timeout | undefined;
    try {
      await new Promise<void>((ready, reject) => {
        child.on('message', (message: { type?: string }) => {
          if (message.type === 'ready') ready();
        });
        child.once('error', reject);
        child.once('exit', (code, signal) => {
          reject(new Error(`${entry.pathname} ended while starting (${signal ?? code}).`));
        });
        timer = setTimeout(() => {
          child.kill('SIGKILL');
          reject(new Error(`${entry.pathname} does not get ready.`));
        }, PATIENCE_MS);
      });
    } finally {
      clearTimeout(timer);
    }
    return new Child(child, child.pid ?? 0);
  }

  /** Sends one message and resolves with the next one that comes back. */
  async ask<Answer>(message: object): Promise<Answer> {
    const answer = once(this.process, 'message') as Promise<[Answer]>;
    this.process.send(message);
    return (await answer)[0];
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const gone = once(this.process, 'exit');
    const impatience = setTimeout(() => this.process.kill('SIGKILL'), STOP_MS);
    this.process.kill('SIGTERM');
    await gone;
    clearTimeout(impatience);
  }
}
