import { Injectable, Logger } from '@nestjs/common';
import { Listener } from '#libs/platform/database';

export interface AnnouncedRows<Row> {
  /** Channel on which the table announces a row at commit. */
  readonly channel: string;
  /** Takes up some of the rows that nobody has pushed yet; none when there are no more. */
  readonly take: () => Promise<readonly Row[]>;
  readonly push: (row: Row) => void;
}

/**
 * Pushes rows that were written where there are no sockets, by workers mostly. Every api process hears the
 * announcement; the one that takes a row up pushes it through the cluster, so that it arrives once. What was
 * announced while nobody listened is taken up afterwards.
 */
@Injectable()
export class AnnouncedRowsPublisher {
  private readonly logger = new Logger(AnnouncedRowsPublisher.name);

  constructor(private readonly listener: Listener) {}

  async follow<Row>(rows: AnnouncedRows<Row>): Promise<void> {
    let working = false;
    let again = false;
    /** One at a time; an announcement meanwhile makes it look once more. */
    const pushAll = async (): Promise<void> => {
      again = true;
      if (working) return;
      working = true;
      try {
        while (again) {
          again = false;
          for (let taken = await rows.take(); taken.length > 0; taken = await rows.take())
            taken.forEach(rows.push);
        }
      } catch (error) {
        this.logger.warn({ msg: 'Announced rows could not be pushed', channel: rows.channel, err: error });
      } finally {
        working = false;
      }
    };
    const wake = (): void => void pushAll();
    this.listener.onReconnect(wake);
    await this.listener.listen(rows.channel, wake);
    wake();
  }
}
