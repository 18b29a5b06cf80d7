import { Injectable } from '@nestjs/common';
import { TtnConfig } from '#libs/platform/config';
import { Database } from '#libs/platform/database';

/** How long a dependency may take to say that it is there. */
const PATIENCE_MS = 500;

export interface Health {
  readonly ok: boolean;
  readonly version: string;
  /** `ready`, `degraded` (an optional part is away), `draining`, `starting`, `database`, `migrations`. */
  readonly state: string;
  /** Optional parts that are away. */
  readonly missing: readonly string[];
}

/** Whether this process should get work: database there, schema up to date, not on its way out. */
@Injectable()
export class Readiness {
  private readonly optional = new Map<string, () => Promise<unknown>>();
  private started = false;
  private stopping = false;
  private migrated = false;

  constructor(
    private readonly database: Database,
    private readonly config: TtnConfig,
  ) {}

  get draining(): boolean {
    return this.stopping;
  }

  /** The process finished its start. */
  start(): void {
    this.started = true;
  }

  /** From now on not ready: whoever sends work should send it elsewhere. */
  drain(): void {
    this.stopping = true;
  }

  /** A part without which TTN works on, worse: Redis. `probe` rejects while it is away. */
  watch(name: string, probe: () => Promise<unknown>): void {
    this.optional.set(name, probe);
  }

  startup(): Health {
    return this.health(this.started, this.started ? 'ready' : 'starting');
  }

  async check(): Promise<Health> {
    if (this.stopping) return this.health(false, 'draining');
    if (!this.started) return this.health(false, 'starting');
    if (!(await holds(this.database.rows('select 1 as one')))) return this.health(false, 'database');
    if (!(await this.isMigrated())) return this.health(false, 'migrations');
    const missing = await this.missingParts();
    return this.health(true, missing.length > 0 ? 'degraded' : 'ready', missing);
  }

  private health(ok: boolean, state: string, missing: readonly string[] = []): Health {
    return { ok, version: this.config.TTN_VERSION, state, missing };
  }

  /** A schema that is up to date stays so while this version runs. */
  private async isMigrated(): Promise<boolean> {
    if (this.migrated) return true;
    const known = this.database.dataSource.migrations.map(
      ({ name, constructor }) => name ?? constructor.name,
    );
    const rows = await this.database
      .rows<{ name: string }>('select name from schema_migration')
      .catch((): { name: string }[] => []);
    const done = new Set(rows.map(({ name }) => name));
    this.migrated = known.every((name) => done.has(name));
    return this.migrated;
  }

  private async missingParts(): Promise<string[]> {
    const answers = await Promise.all(
      [...this.optional].map(async ([name, probe]) => ((await holds(probe())) ? [] : [name])),
    );
    return answers.flat();
  }
}

async function holds(probe: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => {
      resolve(false);
    }, PATIENCE_MS);
  });
  const answer = probe.then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
