/** What a bench has started and must end: last started, first ended, and each however the others fare. */
export class Closing {
  private readonly steps: (() => Promise<unknown>)[] = [];
  private running: Promise<void> | undefined;

  add(step: () => Promise<unknown>): void {
    this.steps.push(step);
  }

  /** Ends everything, once; later calls wait for the first. */
  run(): Promise<void> {
    return (this.running ??= this.endAll());
  }

  private async endAll(): Promise<void> {
    for (const step of this.steps.reverse()) {
      await step().catch((error: unknown) => {
        console.error(error);
      });
    }
  }
}
