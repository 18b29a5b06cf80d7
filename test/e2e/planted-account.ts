import { randomUUID } from 'node:crypto';
import type { ActorSession } from '../support/actor-session.js';
import type { RunningSystem } from '../support/running-system.js';
import { waitFor } from '../support/wait.js';

/** What the owner's account keeps: another session, a passkey whose key nobody has, a copy of the data. */
export async function plantAccount(
  system: RunningSystem,
  owner: ActorSession,
  text: string,
  copy: string,
): Promise<Record<string, string>> {
  const claims = Buffer.from(owner.token.split('.')[1] ?? '', 'base64url').toString('utf8');
  const { sid } = JSON.parse(claims) as { sid: string };
  const find = (what: string, sql: string, values: unknown[]): Promise<string> =>
    waitFor(what, async () => (await system.database.query<{ id: string }>(sql, values))[0]?.id, {
      timeoutMs: 60_000,
      dump: () => system.logs(),
    });
  return {
    session: await find(
      'another session',
      'select id from session where person_id = $1 and id <> $2 limit 1',
      [owner.personId, sid],
    ),
    passkey: await find(
      'a passkey',
      `insert into passkey (id, person_id, name, credential_id, public_key, counter, synced)
       values ($1::uuid, $2, $3, $1::text, '\\x00', 0, false) returning id`,
      [randomUUID(), owner.personId, text],
    ),
    'push-device': await find(
      'a browser that is told',
      `insert into push_device (id, person_id, session_id, endpoint, p256dh, auth, label)
       values ($1::uuid, $2, $1::uuid, 'https://push.example/' || $1::text, 'key', 'secret', $3) returning id`,
      [randomUUID(), owner.personId, text],
    ),
    'data-export': await find('the copy', `select id from data_export where id = $1 and state = 'ready'`, [
      copy,
    ]),
  };
}
