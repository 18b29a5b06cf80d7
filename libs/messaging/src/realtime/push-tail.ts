import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { RealtimeServer } from '#libs/platform/realtime';
import { PushedMessages } from '../app/pushed-messages.js';
import { MessagingPublisher } from './messaging.publisher.js';

const EVERY_MS = 1_000;

/**
 * Repeats the pushes of processes that died between commit and push. Every API process runs one; the rows are
 * locked, so one of them takes each up. It looks at rows older than a second only, so being woken by a
 * notification would gain nothing over looking once a second, which costs one probe of an empty index.
 */
@Injectable()
export class PushTail implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(PushTail.name);
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly pushed: PushedMessages,
    private readonly publisher: MessagingPublisher,
    private readonly realtime: RealtimeServer,
  ) {}

  onApplicationBootstrap(): void {
    this.next(EVERY_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.round;
  }

  private next(afterMs: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.round = this.takeUp();
    }, afterMs);
    this.timer.unref();
  }

  private async takeUp(): Promise<void> {
    let found = 0;
    try {
      found = await this.pushed.takeUp(async ({ posted, changed }) => {
        for (const message of posted) this.publisher.push(message);
        for (const change of changed) this.publisher.pushChange(change);
        await this.realtime.drained();
      });
      if (found > 0) this.logger.log({ messages: found }, 'Pushed what another process left.');
    } catch (error) {
      this.logger.warn({ err: error }, 'Left messages could not be pushed.');
    }
    this.next(found > 0 ? 0 : EVERY_MS);
  }
}
