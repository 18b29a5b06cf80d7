import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuthModule } from '#libs/platform/auth';
import { ConfigModule } from '#libs/platform/config';
import { DatabaseModule, newId } from '#libs/platform/database';
import { FilesJobsModule } from '#libs/platform/files';
import { QueueModule, QueueWorkerModule } from '#libs/platform/queue';
import { FEATURES } from '../../../apps/worker/src/features.js';
import { testDatabase, type TestDatabase } from '../../support/test-database.js';
import { waitFor } from '../../support/wait.js';
import { Network } from './network.js';

/** Quick enough for tests; the proportions are those of the product. */
const PACE = { relayEvery: 200, reconcileEvery: 150, grace: 600, stalledInterval: 400, lockDuration: 1_000 };

@Module({})
class WholeWorkerModule {}

/** What is planted for a person: the mark stands in each text, and says in which table. */
export interface Planted {
  readonly personId: string;
  readonly organizationId: string;
  /** Letters and hyphens. */
  readonly mark: string;
}

/** The network with every job of the product, and rows of every feature about whomever a test wants. */
export class LeavingWorld {
  private constructor(
    readonly database: TestDatabase,
    readonly network: Network,
    private readonly worker: INestApplicationContext,
    private readonly folder: string,
  ) {}

  static async start(): Promise<LeavingWorld> {
    const database = await testDatabase();
    await database.query(PLANT);
    const folder = mkdtempSync(join(tmpdir(), 'ttn-leaving-'));
    const config = database.config({ TTN_DATA_DIR: folder });
    const imports = [
      ConfigModule.with(config),
      DatabaseModule,
      AuthModule,
      QueueModule,
      QueueWorkerModule.with(PACE),
      FilesJobsModule,
      ...FEATURES,
    ];
    const worker = await NestFactory.createApplicationContext(
      { module: WholeWorkerModule, imports },
      { logger: false },
    );
    return new LeavingWorld(database, await Network.start(config), worker, folder);
  }

  async stop(): Promise<void> {
    await this.network.stop();
    await this.worker.close();
    await this.database.drop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Waits until every event has had its effect. */
  async settled(): Promise<void> {
    await waitFor(
      'every event to be done',
      async () => (await this.database.query('select from outbox_event where done_at is null')).length === 0,
      {
        timeoutMs: 30_000,
        dump: () => this.database.query('select type, occurred_at from outbox_event where done_at is null'),
      },
    );
  }

  /** As if the ten days were over. */
  async letGraceEnd(personId: string): Promise<void> {
    await this.database.query('update person_erasure set due_at = now() where person_id = $1', [personId]);
    await this.database.query('update timer set due_at = now() where key = $1', [`erase-person:${personId}`]);
  }

  /** Tables in which a text stands, as text or as bytes, whatever its case. */
  async tablesWith(text: string): Promise<string[]> {
    const tables = await this.database.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`,
    );
    const found: string[] = [];
    const patterns = [`%${text}%`, `%${Buffer.from(text).toString('hex')}%`];
    for (const { name } of tables) {
      const rows = await this.database.query(
        `select from ${name} as t where t::text ilike any ($1::text[]) limit 1`,
        [patterns],
      );
      if (rows.length > 0) found.push(name.replace(/^public\./, ''));
    }
    return found;
  }

  /** A row in every table that says something of a person, or what a person said. */
  async plant({ personId, organizationId, mark }: Planted): Promise<void> {
    const own = { organization_id: organizationId, language: 'en' };
    const by = (column: string) => ({ id: newId(), [column]: personId });
    const [conversation, match, application, voteSeat, membership, shortlist, opportunity] = Array.from(
      { length: 7 },
      newId,
    );
    const said = (table: string) => `${mark} in ${table}`;
    const soon = new Date(Date.now() + 86_400_000).toISOString();
    const rows: [table: string, row: object][] = [
      ['first_run', { person_id: personId, answers: { displayName: said('first_run') } }],
      ['saved_search', { ...by('person_id'), ...own, name: said('saved_search'), query: {}, expression: '' }],
      ['shortlist', { id: shortlist, created_by: personId, ...own, name: said('shortlist') }],
      [
        'shortlist_entry',
        { shortlist_id: shortlist, ...own, added_by: personId, note: said('shortlist_entry') },
      ],
      ['proposal', { ...by('created_by'), ...own, title: said('proposal') }],
      ['opportunity', { id: opportunity, created_by: personId, ...own, title: said('opportunity') }],
      [
        'opportunity_step',
        {
          ...by('actor_id'),
          opportunity_id: opportunity,
          verb: 'close',
          from_state: 'published',
          to_state: 'closed',
          note: said('opportunity_step'),
        },
      ],
      ['consulting_request', { ...by('created_by'), ...own, title: said('consulting_request') }],
      ['profile', { ...own, owner_id: personId, summary: 'a summary' }],
      [
        'profile_entry',
        { ...by('owner_id'), ...own, kind: 'offer', position: 1, title: said('profile_entry') },
      ],
      ['conversation', { id: conversation, about_type: 'interest', about_id: newId() }],
      ['participant', { conversation_id: conversation, person_id: personId, ...own }],
      [
        'message',
        {
          ...by('sender_id'),
          conversation_id: conversation,
          seq: 1,
          client_message_id: 'c',
          sender_organization_id: organizationId,
          body: said('message'),
        },
      ],
      [
        'interest',
        {
          ...by('from_person_id'),
          match_id: match,
          from_organization_id: organizationId,
          to_organization_id: organizationId,
          message: said('interest'),
          expires_at: soon,
        },
      ],
      [
        'match_dismissal',
        { match_id: match, ...own, person_id: personId, reason: 'other', note: said('match_dismissal') },
      ],
      [
        'membership_application',
        { id: application, ...own, created_by: personId, motivation: said('membership_application') },
      ],
      [
        'application_step',
        {
          ...by('actor_id'),
          ...own,
          application_id: application,
          verb: 'submit',
          to_state: 'submitted',
          reason: said('application_step'),
        },
      ],
      [
        'application_decision',
        {
          ...by('decided_by'),
          ...own,
          application_id: application,
          verdict: 'accept',
          state: 'applied',
          reason: said('application_decision'),
          effective_at: soon,
        },
      ],
      [
        'application_review',
        {
          ...by('person_id'),
          ...own,
          application_id: application,
          assigned_by: newId(),
          state: 'declined',
          note: said('application_review'),
        },
      ],
      [
        'tpo_membership',
        {
          ...by('created_by'),
          id: membership,
          ...own,
          category: 'city_member',
          statement: said('tpo_membership'),
          state: 'withdrawn',
        },
      ],
      [
        'membership_step',
        {
          ...own,
          membership_id: membership,
          number: 1,
          verb: 'withdraw',
          to_state: 'withdrawn',
          person_id: personId,
          reason: said('membership_step'),
        },
      ],
      [
        'vote_seat',
        {
          id: voteSeat,
          vote_id: newId(),
          country: 'KR',
          number: 1,
          member_cities: 1,
          ...own,
          standing: 'voting',
        },
      ],
      ['ballot', { vote_seat_id: voteSeat, cast_by: personId, choice: 'yes' }],
      [
        'file',
        {
          ...by('created_by'),
          ...own,
          purpose: 'registration-document',
          name: said('file'),
          announced_bytes: 1,
          expires_at: soon,
        },
      ],
      ['document_update', { ...by('person_id'), document_id: newId(), number: 1, content: '\\x0000' }],
      [
        'notice',
        {
          ...by('person_id'),
          rank_id: newId(),
          type: 'match.found',
          object_type: 'match',
          object_id: newId(),
          facts: { object: said('notice') },
        },
      ],
      [
        'push_device',
        {
          ...by('person_id'),
          session_id: newId(),
          endpoint: `https://push.example/${personId}`,
          p256dh: '',
          auth: '',
          label: said('push_device'),
        },
      ],
      ['notice_event', { ...by('person_id'), event_id: newId(), type: 'match.found' }],
      ['idempotency_record', { person_id: personId, ...own, ...STORED, answer: said('idempotency_record') }],
    ];
    for (const [table, row] of rows) await this.row(table, row);
  }

  /** One row, whatever it refers to. */
  async row(table: string, row: object): Promise<void> {
    await this.database.query('select plant($1, $2::jsonb)', [table, JSON.stringify(row)]);
  }
}

const STORED = {
  route: 'POST /things',
  key: 'k',
  body_hash: '\\x00',
  status: 201,
  locked_until: '2027-01-01',
};

/** Columns that a table does not have are left out, what the row refers to need not be there. */
const PLANT = `
  create function plant(target text, content jsonb) returns void language plpgsql
  set session_replication_role = replica as $$
  declare columns text;
  begin
    select string_agg(quote_ident(column_name), ', ') into columns from information_schema.columns
    where table_schema = 'public' and table_name = target and content ? column_name;
    execute format('insert into %I (%s) select %s from jsonb_populate_record(null::%I, $1)',
      target, columns, columns, target) using content;
  end $$`;
