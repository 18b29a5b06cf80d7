import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { testDatabase, type TestDatabase } from '../../support/test-database.js';

/** A draft of an organization, arranged by the owner; answers its id. */
async function draft(database: TestDatabase): Promise<string> {
  const [organizationId, id] = [randomUUID(), randomUUID()];
  await database.query(
    `insert into organization (id, slug, kind, name, name_folded, country, languages, state)
     values ($1, 'firm', 'sme', 'Firm', 'firm', 'KR', '{ko}', 'active')`,
    [organizationId],
  );
  await database.query(
    `insert into proposal (id, organization_id, created_by, language, title) values ($1, $2, $2, 'en', 'Draft')`,
    [id, organizationId],
  );
  return id;
}

/** Statements of one transaction, as the role of the application. */
async function asApplication(database: TestDatabase, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: database.url, options: '-c role=ttn_app' });
  await client.connect();
  try {
    for (const statement of ['begin', ...statements, 'commit']) await client.query(statement);
  } finally {
    await client.end();
  }
}

describe('what watches the changes of states in every test', () => {
  const change = (id: string): string =>
    `update proposal set state = 'withdrawn', changed_xid = pg_current_xact_id() where id = '${id}'`;
  const unstamped = (id: string): string => `update proposal set state = 'withdrawn' where id = '${id}'`;
  const audit = (id: string): string =>
    `insert into audit_entry (id, actor_id, request_id, action, entity_type, entity_id)
     values (uuidv7(), '${id}', 'r', 'proposal.withdraw', 'proposal', '${id}')`;

  it('lets one pass that has its audit row in the same transaction', async () => {
    const database = await testDatabase();
    const id = await draft(database);
    await asApplication(database, change(id), audit(id));
    await database.drop();
  });

  it.each([
    ['without an audit row', (id: string) => [[change(id)]]],
    ['with its audit row in another transaction', (id: string) => [[change(id)], [audit(id)]]],
    ['that does not say in which transaction it was made', (id: string) => [[unstamped(id), audit(id)]]],
  ])('finds one %s', async (_what, transactions) => {
    const database = await testDatabase();
    const id = await draft(database);
    for (const statements of transactions(id)) await asApplication(database, ...statements);
    await expect(database.drop()).rejects.toThrow(
      /without their audit row.*"proposal".*"draft".*"withdrawn"/,
    );
  });
});
