import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { RealtimeServer } from '#libs/platform/realtime';
import { OpenLines } from '../app/open-lines.js';
import { HERE } from '../domain/unread-telling.js';

/** Notes every few seconds who has a line to this process, so that workers call nobody who is here. */
@Injectable()
export class OpenLinePublisher implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(OpenLinePublisher.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly server: RealtimeServer,
    private readonly lines: OpenLines,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.note(), HERE.noteEvery * 1_000);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Now, and not at the next turn. */
  async note(): Promise<void> {
    const here = this.server.openPersons();
    if (here.size === 0) return;
    await this.lines.note(here).catch((error: unknown) => {
      this.logger.warn({ msg: 'Who is here could not be noted', err: error });
    });
  }
}
