import autocannon from 'autocannon';
import { cpuOf, cpuOfFamily } from '../setting/cpu-time.js';

/** One request of a target; made anew each time, so that no two write the same. */
export interface LoadRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A route of a server, loaded as hard as it will take. */
export interface Target {
  readonly name: string;
  readonly server: string;
  readonly origin: string;
  /** The process that serves it. */
  readonly pid: number;
  /** The database server's first process. */
  readonly databasePid: number;
  readonly next: () => LoadRequest;
}

/** What one slice of load gave. */
export interface Slice {
  readonly requestsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** CPU time of the server per request, in microseconds. */
  readonly cpu: number;
  /** CPU time of PostgreSQL per request, in microseconds. */
  readonly databaseCpu: number;
}

const SAMPLE_MS = 50;

/** @throws Error when a single answer is not 2xx: refusals are quick and would flatter */
export async function load(target: Target, seconds: number, connections: number): Promise<Slice> {
  const { pid, databasePid } = target;
  const before = { cpu: cpuOf(pid), database: cpuOfFamily(databasePid), at: performance.now() };
  const result = await autocannon({
    url: target.origin,
    connections,
    duration: seconds,
    sampleInt: SAMPLE_MS,
    requests: [{ setupRequest: (request) => ({ ...request, ...mutable(target.next()) }) }],
  });
  const elapsed = (performance.now() - before.at) / 1000;
  const answered = result['2xx'];
  if (result.non2xx + result.errors + result.timeouts > 0 || answered === 0) {
    const { statusCodeStats } = result;
    throw new Error(
      `${target.name} on ${target.server}: ${JSON.stringify({ answered, errors: result.errors, statusCodeStats })}`,
    );
  }
  return {
    requestsPerSecond: answered / elapsed,
    p50: result.latency.p50,
    p99: result.latency.p99,
    cpu: (cpuOf(pid) - before.cpu) / answered,
    databaseCpu: (cpuOfFamily(databasePid) - before.database) / answered,
  };
}

const mutable = ({ headers, ...request }: LoadRequest) => ({ ...request, headers: { ...headers } });
