import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second, whatever the kernel's own tick. */
const MICROSECONDS_PER_TICK = 10_000;

interface Times {
  readonly parent: number;
  readonly own: number;
  /** Of children that have ended. */
  readonly ended: number;
}

/** CPU time a process has used so far, all its threads, user and system, in microseconds. */
export function cpuOf(pid: number): number {
  return timesOf(pid).own * MICROSECONDS_PER_TICK;
}

/** The same of a process and its children: a PostgreSQL server is one process per connection. */
export function cpuOfFamily(pid: number): number {
  const { own, ended } = timesOf(pid);
  let ticks = own + ended;
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const child = timesOf(Number(name));
      if (child.parent === pid) ticks += child.own;
    } catch {
      // It ended meanwhile.
    }
  }
  return ticks * MICROSECONDS_PER_TICK;
}

/** Fields after the name of the program, which may hold spaces and brackets. */
function timesOf(pid: number): Times {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [, parent = 0] = fields;
  const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15);
  return { parent, own: user + system, ended: endedUser + endedSystem };
}
