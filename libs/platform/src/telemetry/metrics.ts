import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { Database } from '#libs/platform/database';

const DURATION_BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What this process measures of itself, in the Prometheus text format at `/metrics` of the operations port. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly durations = new Histogram({
    name: 'ttn_http_request_duration_seconds',
    help: 'Time from the first byte of a request to the last of its answer, by route template.',
    labelNames: ['method', 'route', 'status'],
    buckets: DURATION_BUCKETS,
    registers: [this.registry],
  });
  private readonly active = new Gauge({
    name: 'ttn_http_requests_active',
    help: 'Requests that are being answered.',
    registers: [this.registry],
  });
  private readonly failures = new Counter({
    name: 'ttn_http_failures_total',
    help: 'Requests that ended in a defect (500).',
    registers: [this.registry],
  });
  private inFlight = 0;

  constructor(database: Database) {
    collectDefaultMetrics({ register: this.registry, prefix: 'ttn_' });
    this.gauge('ttn_database_connections_in_use', 'Connections that are lent out.', () => {
      return database.pool.totalCount - database.pool.idleCount;
    });
    this.gauge('ttn_database_requests_waiting', 'Callers that wait for a connection.', () => {
      return database.pool.waitingCount;
    });
  }

  /** Requests that are being answered. */
  get requestsInFlight(): number {
    return this.inFlight;
  }

  /** Measures a value when it is asked for; a probe that fails leaves the metric out. */
  gauge(name: string, help: string, probe: () => number | Promise<number>): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      async collect() {
        try {
          this.set(await probe());
        } catch {
          this.remove();
        }
      },
    });
  }

  requestStarted(): void {
    this.inFlight += 1;
  }

  requestEnded(): void {
    this.inFlight -= 1;
  }

  /** A recorder for one route; the histogram's children are looked up once per status. */
  recorder(method: string, route: string): (status: number, milliseconds: number) => void {
    const children: { observe: (seconds: number) => void }[] = [];
    return (status, milliseconds) => {
      const child = (children[status] ??= this.durations.labels(method, route, String(status)));
      child.observe(milliseconds / 1000);
      if (status === 500) this.failures.inc();
    };
  }

  /** The whole exposition. */
  async text(): Promise<string> {
    this.active.set(this.inFlight);
    return this.registry.metrics();
  }

  get contentType(): string {
    return this.registry.contentType;
  }
}
