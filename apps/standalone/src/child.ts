import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Waits between restarts of a child that ended by itself, in milliseconds; the last one repeats. */
const RESTART_DELAYS = [200, 1_000, 3_000, 10_000];
const STEADY_MS = 30_000;
const STOP_MS = 15_000;

/** A child ended before it was ready, and has said why. */
export class StartFailed extends Error {}

/** The API or the worker: a process of its own, started again when it dies, stopped with its parent. */
export class Child {
  private process: ChildProcess | undefined;
  private stopping = false;
  private failures = 0;

  constructor(
    private readonly name: 'api' | 'worker',
    private readonly variables: Readonly<Record<string, string>>,
    private readonly say: (line: string) => void,
  ) {}

  /** Resolves when the child says it is ready; rejects when it ends before that. */
  async start(): Promise<void> {
    const entry = fileURLToPath(new URL(`../../${this.name}/src/main.js`, import.meta.url));
    const child = fork(entry, [], { env: this.variables, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    this.process = child;
    const startedAt = Date.now();
    await new Promise<void>((ready, reject) => {
      child.on('message', (message: { type?: string }) => {
        if (message.type === 'ready') ready();
      });
      child.once('error', reject);
      child.once('exit', (code, signal) => {
        reject(new StartFailed(`The ${this.name} ended while starting (${signal ?? code}).`));
      });
    });
    child.once('exit', (code, signal) => {
      if (Date.now() - startedAt > STEADY_MS) this.failures = 0;
      if (!this.stopping) this.restart(String(signal ?? code));
    });
  }

  /** Asks the child to finish what it does, and ends it when it takes too long. */
  async stop(): Promise<void> {
    this.stopping = true;
    const child = this.process;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    const impatience = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    child.kill('SIGTERM');
    await ended;
    clearTimeout(impatience);
  }

  private restart(reason: string): void {
    const delay = RESTART_DELAYS[Math.min(this.failures, RESTART_DELAYS.length - 1)] ?? 0;
    this.failures += 1;
    this.say(`The ${this.name} ended (${reason}); starting it again.`);
    setTimeout(() => {
      if (this.stopping) return;
      this.start().catch((error: unknown) => {
        this.restart(String(error));
      });
    }, delay);
  }
}
