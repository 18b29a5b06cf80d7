import {
  type BeforeApplicationShutdown,
  Injectable,
  type OnApplicationBootstrap,
  type OnModuleInit,
} from '@nestjs/common';
import { newId } from '#libs/platform/database';
import { PresenceBoard } from './presence-board.js';
import { RealtimeServer } from './realtime-server.js';

/** A tab that reloads or a phone that changes cells comes back within this. */
const GRACE_MS = 15_000;
const BEAT_EVERY_MS = 5_000;
const SILENT_MS = 3 * BEAT_EVERY_MS;

/** A person while they act for an organization. */
export interface PresentActor {
  readonly personId: string;
  readonly organizationId: string;
}

type Handler = (actor: PresentActor, here: boolean) => void;

/**
 * Who has a connection open, in whatever process of the cluster. Lives in memory and in what processes tell each
 * other; no table knows of it.
 */
@Injectable()
export class Presence implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly board: PresenceBoard;
  private readonly handlers: Handler[] = [];
  private beats: NodeJS.Timeout | undefined;

  constructor(private readonly realtime: RealtimeServer) {
    this.board = new PresenceBoard(
      newId(),
      { graceMs: GRACE_MS, silentMs: SILENT_MS },
      (gossip) => {
        this.realtime.gossip(gossip);
      },
      (key, here) => {
        for (const handler of this.handlers) handler(actorOf(key), here);
      },
    );
  }

  isHere(actor: PresentActor): boolean {
    return this.board.isHere(keyOf(actor));
  }

  /** Hears in this process of everybody who comes or goes, wherever that is. */
  onChange(handler: Handler): void {
    this.handlers.push(handler);
  }

  onModuleInit(): void {
    this.realtime.onLines({
      opened: ({ personId, organizationId }) => {
        if (organizationId !== null) this.board.enter(keyOf({ personId, organizationId }));
      },
      closed: ({ personId, organizationId }) => {
        if (organizationId !== null) this.board.leave(keyOf({ personId, organizationId }));
      },
      gossip: (gossip) => {
        this.board.hear(gossip, Date.now());
      },
    });
  }

  onApplicationBootstrap(): void {
    this.board.greet();
    this.beats = setInterval(() => {
      this.board.beat(Date.now());
    }, BEAT_EVERY_MS);
    this.beats.unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.beats);
    this.board.close();
  }
}

const keyOf = ({ personId, organizationId }: PresentActor): string => `${personId}:${organizationId}`;

function actorOf(key: string): PresentActor {
  const [personId = '', organizationId = ''] = key.split(':');
  return { personId, organizationId };
}
