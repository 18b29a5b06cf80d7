import pg from 'pg';

/**
 * A connection whose end is never unheard. A pool takes its own ear off before whoever asked puts theirs on; when the
 * server says farewell in that very moment, Node would end the process. What runs on the connection fails all the same.
 */
export class SteadyClient extends pg.Client {
  constructor(options?: string | pg.ClientConfig) {
    super(options);
    this.on('error', () => undefined);
  }
}
