import { ActorSession } from '../support/actor-session.js';
import { accept, ask, done, engagementOf, quoted, requested, sign } from '../support/consulting-story.js';
import { accountOf, type Program, type RunningSystem, startSystem } from '../support/running-system.js';
import { waitFor } from '../support/wait.js';

jest.setTimeout(180_000);

const FACTS = 10;
const CONFIRMATIONS = 50;

let system: RunningSystem;
let firm: ActorSession;
let consultant: ActorSession;

beforeAll(async () => {
  system = await startSystem({ apis: 2 });
  const enter = (name: string) =>
    ActorSession.signIn(system.apis[0]?.url ?? '', accountOf(name, system.accounts));
  firm = await enter('Badaon Lab');
  consultant = await enter('Hanbada Urban Tourism Lab');
}, 240_000);

afterAll(async () => {
  await system?.stop();
}, 60_000);

const named = (title: string): Promise<string> =>
  requested(firm, { title, namedConsultants: [consultant.organizationId] });

/** A quote was chosen; the agreement waits for signatures. */
async function agreed(title: string): Promise<string> {
  const id = await named(title);
  await accept(consultant, id);
  const { quote } = await quoted(consultant, id);
  await done(firm, 'POST', `/consulting-requests/${id}/close-quotes`);
  await done(firm, 'POST', `/quotes/${quote.id}/select`, { body: { reason: 'scope' } });
  return engagementOf(firm, title, system);
}

const count = async (text: string, values: unknown[]): Promise<number> => {
  const [row] = await system.database.query<{ count: number }>(text, values);
  return row?.count ?? -1;
};

describe('the ledger', () => {
  it('posts once and sums to zero, whoever is killed while fifty confirm at once', async () => {
    const id = await agreed('Signs for the night market');
    await sign(consultant, id);
    const { parties } = await sign(firm, id);
    const partyId = parties.find(({ partMinor }) => partMinor > 0)?.id;
    const fact = (at: number) => ({ partyId, reference: `2027-${at}`, day: '2026-11-22' });
    const rounds: [string, (at: number) => object, Program[]][] = [
      ['invoices', (at) => ({ ...fact(at), feeMinor: 900_000, taxMinor: 90_000 }), [api(0), system.worker]],
      ['payments', (at) => ({ ...fact(at), amountMinor: 990_000 }), [system.worker, api(1)]],
    ];
    for (const [path, body, victims] of rounds) {
      let answered = 0;
      const confirm = async (at: number): Promise<void> => {
        const door = consultant.at(api(at % 2).url);
        const post = () => ask(door, 'POST', `/engagements/${id}/${path}`, { body: body(at % FACTS) });
        // As a person does whose line was cut: again, until there is an answer.
        const { status, text } = await waitFor('an answer', post, { timeoutMs: 60_000, dump: system.logs });
        expect([status, text]).toEqual([200, expect.anything()]);
        answered += 1;
      };
      const all = Promise.all(Array.from({ length: CONFIRMATIONS }, (_, at) => confirm(at)));
      await waitFor('the first confirmation', () => Promise.resolve(answered > 0), { timeoutMs: 60_000 });
      for (const victim of victims) {
        await victim.end('SIGKILL');
        await victim.start();
      }
      await all;
    }
    const entries = await system.database.query<{ kind: string; times: number; sum: string }>(
      `select e.kind, count(distinct e.id)::int as times, sum(p.amount_minor)::text as sum
       from ledger_entry e join ledger_posting p on p.entry_id = e.id where e.engagement_id = $1
       group by e.kind order by e.kind`,
      [id],
    );
    expect(entries).toEqual([
      { kind: 'invoiced', times: FACTS, sum: '0' },
      { kind: 'paid', times: FACTS, sum: '0' },
    ]);
    const unbalanced = `select count(*)::int as count from (
      select 1 from ledger_posting p join ledger_entry e on e.id = p.entry_id where e.engagement_id = $1
      group by e.id having sum(p.amount_minor) <> 0) wrong`;
    expect(await count(unbalanced, [id])).toBe(0);
    expect(await done(consultant, 'GET', `/engagements/${id}`)).toMatchObject({
      balances: [{ invoicedMinor: 9_900_000, paidMinor: 9_900_000, outstandingMinor: 0 }],
    });
    const recorded = `select count(*)::int as count from outbox_event where type = 'ledger-entry.recorded'
      and payload ->> 'engagementId' = $1`;
    expect(await count(recorded, [id])).toBe(2 * FACTS);
    const audited = `select count(*)::int as count from audit_entry where entity_id = $1 and action like '%ledger-%'`;
    expect(await count(audited, [id])).toBe(2 * FACTS);
    const notices = `select count(*)::int as count from notice_event n join outbox_event e on e.id = n.event_id
      where e.type = 'ledger-entry.recorded' and e.payload ->> 'engagementId' = $1 and n.person_id = $2`;
    await waitFor(
      'what was recorded to be told',
      async () => (await count(notices, [id, firm.personId])) === 20,
      {
        timeoutMs: 60_000,
        dump: system.logs,
      },
    );
  });
});

function api(at: number): Program {
  const program = system.apis[at];
  if (!program) throw new Error('There are not so many apis.');
  return program;
}
