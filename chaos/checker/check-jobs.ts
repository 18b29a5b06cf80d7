/** What was asked of the workers, and what they did. */
export interface JobHistory {
  /** Events that each call for one job. */
  readonly asked: readonly string[];
  /** Beginnings of jobs, one line for each. */
  readonly begun: readonly string[];
  /** What jobs did and committed, one line for each. */
  readonly done: readonly string[];
}

export interface JobVerdict {
  /** Asked for, never done. */
  readonly lost: string[];
  /** Done more than once. */
  readonly doubled: string[];
  /** Done, though nobody asked. */
  readonly unexpected: string[];
}

/** Deliveries may come twice; what a job does must happen exactly once. */
export function checkJobs({ asked, done }: JobHistory): JobVerdict {
  const [wanted, found] = [new Set(asked), new Set(done)];
  return {
    lost: [...wanted].filter((id) => !found.has(id)),
    doubled: [...found].filter((id) => done.indexOf(id) !== done.lastIndexOf(id)),
    unexpected: [...found].filter((id) => !wanted.has(id)),
  };
}
