/**
 * Repeats a task until it is stopped. The task answers how long to pause, in milliseconds; `wake` cuts the
 * pause short. A task that fails is reported and tried again.
 */
export class WakeLoop {
  private running: Promise<void> | undefined;
  private stopping = false;
  private woken = false;
  private endPause: (() => void) | undefined;

  constructor(
    private readonly task: () => Promise<number>,
    private readonly report: (error: unknown) => void,
    private readonly pauseAfterFailure = 1_000,
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  wake(): void {
    this.woken = true;
    this.endPause?.();
  }

  /** Resolves when the turn that is under way has ended. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      this.woken = false;
      const pause = await this.task().catch((error: unknown) => {
        this.report(error);
        return this.pauseAfterFailure;
      });
      if (pause > 0) await this.sleep(pause);
    }
  }

  private sleep(milliseconds: number): Promise<void> {
    if (this.woken) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
