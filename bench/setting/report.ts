import { cpus, loadavg } from 'node:os';

/** What was promised, and what was measured. A goal that is missed is a result, not a failure. */
export interface Goal {
  readonly name: string;
  /** e.g. `<= 1.35`. */
  readonly goal: string;
  readonly value: number;
  readonly met: boolean;
}

export const atMost = (name: string, limit: number, value: number): Goal => ({
  name,
  goal: `<= ${limit}`,
  value,
  met: value <= limit,
});

export const atLeast = (name: string, limit: number, value: number): Goal => ({
  name,
  goal: `>= ${limit}`,
  value,
  met: value >= limit,
});

/** Where and when it was measured, and how busy the machine was before it began. */
export interface Machine {
  readonly at: string;
  readonly node: string;
  readonly cores: number;
  readonly processor: string;
  /** Of the last minute; above the number of cores, trust ratios alone. */
  readonly load: number;
}

export function machine(): Machine {
  const all = cpus();
  return {
    at: new Date().toISOString(),
    node: process.version,
    cores: all.length,
    processor: all[0]?.model.trim() ?? 'unknown',
    load: Number((loadavg()[0] ?? 0).toFixed(1)),
  };
}

export interface Report {
  readonly bench: string;
  readonly machine: Machine;
  readonly goals: readonly Goal[];
}
