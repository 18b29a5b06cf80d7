import type { DomainEvents, DomainEventType } from '#libs/contracts';
import type { Actor } from '#libs/kernel';
import type pg from 'pg';
import type { EntityManager } from 'typeorm';
import type { Reads } from './database.js';
import { newId } from './ids.js';
import { named, type Parameter } from './statement.js';

/** One line of the audit trail: who did what to which row. Ids only, never personal data. */
export interface AuditEntry {
  /** `<resource>.<verb>`, e.g. `proposal.submit`. */
  action: string;
  entityType: string;
  entityId: string;
  /** The organization whose trail it belongs to; default: the acting one. */
  organizationId?: string | null;
  fromState?: string | null;
  toState?: string | null;
}

/** The aggregate an event is about. `seq` is the version of its row after the change. */
export interface EventSource {
  aggregateType: string;
  aggregateId: string;
  seq: number;
  /** Default: the acting organization. */
  organizationId?: string | null;
}

/** One transaction of one verb. Everything written through it commits together, or not at all. */
export class Transaction implements Reads {
  private readonly audits: unknown[][] = [];
  private readonly events: unknown[][] = [];
  private readonly afterCommits: (() => void)[] = [];

  constructor(
    readonly actor: Actor,
    /** TypeORM's manager on this very transaction, for cold paths. */
    readonly manager: EntityManager,
    private readonly client: pg.PoolClient,
  ) {}

  async rows<Row extends object>(text: string, values: readonly Parameter[] = []): Promise<Row[]> {
    return (await this.client.query<Row>(named(text, values))).rows;
  }

  async row<Row extends object>(text: string, values: readonly Parameter[] = []): Promise<Row | undefined> {
    return (await this.rows<Row>(text, values))[0];
  }

  /** Number of rows changed. */
  async execute(text: string, values: readonly Parameter[] = []): Promise<number> {
    return (await this.client.query(named(text, values))).rowCount ?? 0;
  }

  /** Adds a line to the audit trail. */
  audit(entry: AuditEntry): void {
    const organizationId = entry.organizationId ?? this.actor.organization?.id ?? null;
    this.audits.push([
      newId(),
      entry.action,
      entry.entityType,
      entry.entityId,
      organizationId,
      entry.fromState ?? null,
      entry.toState ?? null,
    ]);
  }

  /** Announces a fact; jobs see it after commit, at least once. Answers the id of the event. */
  emit<Type extends DomainEventType>(type: Type, source: EventSource, payload: DomainEvents[Type]): string {
    const id = newId();
    const organizationId = source.organizationId ?? this.actor.organization?.id ?? null;
    this.events.push([
      id,
      type,
      source.aggregateType,
      source.aggregateId,
      source.seq,
      organizationId,
      JSON.stringify(payload),
    ]);
    return id;
  }

  /** Runs `action` once the transaction is durable; for pushes to open sockets, which are hints. */
  afterCommit(action: () => void): void {
    this.afterCommits.push(action);
  }

  /** Writes the collected audit and outbox rows. Called by the unit of work, last thing before COMMIT. */
  async flush(): Promise<void> {
    const { actor } = this;
    if (this.audits.length > 0) {
      await this.execute(INSERT_AUDITS, [...columns(this.audits, 7), actor.personId, actor.requestId]);
    }
    if (this.events.length > 0) {
      await this.execute(INSERT_EVENTS, [...columns(this.events, 7), actor.personId, actor.requestId]);
    }
  }

  committed(): void {
    for (const action of this.afterCommits) action();
  }
}

/** Turns rows into one array per column, as `unnest` wants them. */
function columns(rows: readonly unknown[][], width: number): unknown[][] {
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column]));
}

const INSERT_AUDITS = `
  insert into audit_entry (id, action, entity_type, entity_id, organization_id, from_state, to_state, actor_id, request_id)
  select *, $8::uuid, $9 from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::uuid[], $6::text[], $7::text[])`;

const INSERT_EVENTS = `
  insert into outbox_event
    (id, type, aggregate_type, aggregate_id, aggregate_seq, organization_id, payload, actor_id, request_id)
  select *, $8::uuid, $9
  from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::int[], $6::uuid[], $7::jsonb[])`;
