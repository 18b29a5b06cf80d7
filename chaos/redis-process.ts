import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 10_000;

/** A Redis of one's own that keeps an append-only file, and comes back from it after a kill. */
export class RedisProcess {
  private child: ChildProcess | undefined;

  constructor(
    readonly port: number,
    private readonly directory: string,
    private readonly program = process.env.REDIS_SERVER ?? 'redis-server',
  ) {}

  /** Resolves when it takes connections. */
  async start(): Promise<void> {
    const where = ['--port', String(this.port), '--bind', '127.0.0.1', '--dir', this.directory];
    const child = spawn(this.program, [...where, '--appendonly', 'yes', '--save', ''], { stdio: 'ignore' });
    let failure: Error | undefined;
    child.once('error', (error) => (failure = error));
    this.child = child;
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(50)) {
      if (failure) throw failure;
      if (await this.listens()) return;
    }
    throw new Error('Redis does not start.');
  }

  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const { child } = this;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }

  private async listens(): Promise<boolean> {
    const socket = connect({ host: '127.0.0.1', port: this.port });
    const listens = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => {
        resolve(true);
      });
      socket.once('error', () => {
        resolve(false);
      });
    });
    socket.destroy();
    return listens;
  }
}
