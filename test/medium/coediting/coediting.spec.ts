import { EndSession } from '#libs/identity';
import { systemActor } from '#libs/kernel';
import { CoeditedDocuments, type DocumentAccess } from '#libs/platform/coediting';
import { Database, newId, type Transaction, UnitOfWork } from '#libs/platform/database';
import * as Y from 'yjs';
import { CompactDocuments } from '../../../libs/platform/src/coediting/app/compact-documents.js';
import { CoeditedDocumentRepository } from '../../../libs/platform/src/coediting/data/coedited-document.repository.js';
import { waitFor } from '../../support/wait.js';
import { paragraphs, tokenOf, Writer } from '../../support/writer.js';
import { type Member, Network } from '../messaging/network.js';
import { allow, NotesModule } from './notes.js';

let network: Network;
let ours: Member;
let partner: Member;
let stranger: Member;
const writers: Writer[] = [];

beforeAll(async () => {
  network = await Network.start(2, {}, NotesModule);
  ours = await network.member('sme', 'editor');
  partner = await network.member('city', 'officer');
  stranger = await network.member('sme', 'editor');
});
afterEach(() => {
  for (const writer of writers.splice(0)) writer.close();
});
afterAll(() => network.stop());

const room = (index = 0) => network.process(index).app.get(CoeditedDocuments);
const act = <Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> =>
  network.process(0).app.get(UnitOfWork).run(systemActor(newId()), work);
const read = (id: string) => room().read(network.process(0).app.get(Database), 'note', id);
const stored = async (id: string) =>
  Number(
    (
      await network.database.query<{ n: string }>(
        `select count(*) as n from document_update where document_id =
           (select id from coedited_document where entity_id = $1)`,
        [id],
      )
    )[0]?.n,
  );

/** A note that our organization may edit. */
async function note(access: DocumentAccess = 'edit'): Promise<string> {
  const id = newId();
  await act((tx) => room().create(tx, 'note', id, ['summary', 'need']));
  allow(id, ours.organizationId, access);
  return id;
}

function open(id: string, member: Member, index = 0, origin?: string, token?: string): Writer {
  const writer = new Writer({
    url: network.process(index).url,
    document: `note:${id}`,
    token: () => token ?? tokenOf(member.accessToken, member.organizationId),
    ...(origin !== undefined && { origin }),
  });
  writers.push(writer);
  return writer;
}

const text = (words: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
});
const EMPTY = { type: 'doc', content: [] };

describe('writing together', () => {
  it('stores what is written before it is acknowledged, and shows it to others at once and later', async () => {
    const id = await note();
    allow(id, partner.organizationId, 'edit');
    const [one, two] = [await open(id, ours).ready(), await open(id, partner).ready()];
    one.type('Boats for Busan');
    await one.saved();
    expect(await stored(id)).toBeGreaterThan(0);
    await waitFor('the other editor', async () => two.text() === 'Boats for Busan');
    expect(await read(id)).toEqual({ summary: text('Boats for Busan'), need: EMPTY });
    one.close();
    two.close();
    expect((await open(id, ours).ready()).text()).toBe('Boats for Busan');
    expect(await read(newId())).toBeNull();
  });

  it('reaches the people at another process, and every letter of all that write at once', async () => {
    const id = await note();
    allow(id, partner.organizationId, 'edit');
    const [here, there] = [await open(id, ours, 0).ready(), await open(id, partner, 1).ready()];
    here.type('', 1);
    await here.saved();
    await waitFor('two paragraphs', async () => paragraphs(there.document, 'summary').length === 2);
    for (let index = 0; index < 300; index += 1) {
      here.type('a', 0);
      there.type('b', 1);
      if (index % 50 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all([here.saved(), there.saved()]);
    const whole = `${'a'.repeat(300)}\n${'b'.repeat(300)}`;
    await waitFor('both to be equal', async () => here.text() === whole && there.text() === whole, {
      dump: () => [here.text().length, there.text().length],
    });
    const numbers = await network.database.query<{ last: number; rows: string }>(
      `select last_number as last, (select count(*) from document_update where document_id = id) as rows
       from coedited_document where entity_id = $1`,
      [id],
    );
    expect(numbers).toEqual([{ last: expect.any(Number), rows: String(numbers[0]?.last) }]);
  });

  it('shows who is writing at either process, under their own name alone', async () => {
    const id = await note();
    allow(id, partner.organizationId, 'read');
    const [here, there] = [await open(id, ours, 0).ready(), await open(id, partner, 1).ready()];
    here.provider.setAwarenessField('user', { personId: ours.personId, name: 'The Mayor', color: '#112233' });
    there.provider.setAwarenessField('user', { personId: ours.personId, name: 'Somebody else' });
    const seen = await waitFor('a caret', async () => {
      const states = [...(there.provider.awareness?.getStates() ?? [])];
      return states.find(([client]) => client === here.document.clientID)?.[1];
    });
    expect(seen.user).toEqual({
      personId: ours.personId,
      name: expect.stringMatching(/^Person/),
      color: '#112233',
    });
    there.provider.setAwarenessField('user', { personId: partner.personId, name: 'x', color: 'url(//evil)' });
    const back = await waitFor('the caret of the reader', async () =>
      here.provider.awareness?.getStates().get(there.document.clientID),
    );
    expect(back.user).toEqual({ personId: partner.personId, name: expect.stringMatching(/^Person/) });
    here.close();
    await waitFor('the caret to go', async () => there.provider.awareness?.getStates().size === 1);
  });

  it('is read on by number after the notices were lost', async () => {
    const id = await note();
    const [here, there] = [await open(id, ours, 0).ready(), await open(id, ours, 1).ready()];
    await network.database.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'ttn-listen' and datname = current_database()`,
    );
    here.type('written while nobody listened');
    await here.saved();
    await waitFor('the other process', async () => there.text() === 'written while nobody listened');
  });
});

describe('putting together', () => {
  it('loses nothing that is written meanwhile, and what was put together reads the same', async () => {
    const id = await note();
    const writer = await open(id, ours).ready();
    for (const letter of 'the first words') writer.type(letter);
    await writer.saved();
    await network.database.query(
      `update coedited_document set updated_at = now() - interval '1 hour' where entity_id = $1`,
      [id],
    );
    const { app } = network.process(0);
    const documents = app.get(CoeditedDocumentRepository);
    const database = app.get(Database);
    // A snapshot is made from what was there; somebody goes on writing before it is kept.
    const keep = documents.keepSnapshot.bind(documents);
    const spied = jest.spyOn(documents, 'keepSnapshot').mockImplementation(async (tx, document, snapshot) => {
      if (writer.text() === 'the first words') writer.type(' and more');
      await writer.saved();
      return keep(tx, document, snapshot);
    });
    const compact = new CompactDocuments(database, app.get(UnitOfWork), documents);
    expect(await compact.execute(newId(), new AbortController().signal)).toBeGreaterThan(0);
    spied.mockRestore();
    expect(await stored(id)).toBe(1);
    expect(await read(id)).toEqual({ summary: text('the first words and more'), need: EMPTY });
    const late = await open(id, ours, 1).ready();
    expect(late.text()).toBe('the first words and more');
    late.type('!');
    await late.saved();
    await waitFor('the first writer', async () => writer.text() === 'the first words and more!');
  });
});

describe('who may', () => {
  const outcome = async (writer: Writer): Promise<string> => {
    await waitFor('an outcome', async () => writer.provider.isSynced || writer.endings.length > 0, {
      dump: () => writer.state(),
    });
    return writer.provider.isSynced ? 'open' : (writer.refusals[0] ?? `${writer.endings[0]?.code}`);
  };

  it('lets in by token, organization, origin and right, and says by code why not', async () => {
    const id = await note();
    const own = new URL(network.process(0).url).origin;
    expect(
      await Promise.all(
        [
          open(id, ours),
          open(id, ours, 0, own),
          open(id, ours, 0, 'https://evil.example'),
          open(id, ours, 0, undefined, 'nonsense'),
          open(id, ours, 0, undefined, tokenOf('nonsense')),
          open(id, ours, 0, undefined, tokenOf(ours.accessToken, partner.organizationId)),
          open(id, stranger),
          open(newId(), ours),
          open('no-uuid', ours),
        ].map(outcome),
      ),
    ).toEqual([
      'open',
      'open',
      '1006',
      'auth/unauthenticated',
      'auth/unauthenticated',
      'auth/not-a-member',
      'request/not-found',
      'request/not-found',
      'request/not-found',
    ]);
  });

  it.each(['read', 'comment'] as const)(
    'shows and does not store where the right is to %s',
    async (access) => {
      const id = await note();
      allow(id, partner.organizationId, access);
      const writer = await open(id, ours).ready();
      writer.type('ours');
      const reader = await open(id, partner).ready();
      expect(reader.scope).toBe('readonly');
      await waitFor('the text', async () => reader.text() === 'ours');
      reader.type(' and theirs');
      writer.type('!');
      await writer.saved();
      await waitFor('our letter', async () => reader.text().includes('!'));
      expect([reader.isSaved, writer.text()]).toEqual([false, 'ours!']);
      expect(await read(id)).toMatchObject({ summary: text('ours!') });
    },
  );

  it('ends with the session, in whatever process, and with the right', async () => {
    const id = await note();
    const member = await network.signIn(ours.personId, ours.organizationId);
    allow(id, partner.organizationId, 'edit');
    const [ending, losing, narrowed] = [
      await open(id, member, 1).ready(),
      await open(id, partner, 1).ready(),
      await open(id, ours, 1).ready(),
    ];
    await network.process(0).app.get(EndSession).execute(newId(), member.personId, member.sessionId);
    await waitFor('the end', async () => ending.endings[0]);
    expect(ending.endings[0]).toEqual({ code: 4401, reason: 'auth/unauthenticated' });
    expect([losing.endings, narrowed.endings]).toEqual([[], []]);
    allow(id, partner.organizationId, null);
    allow(id, ours.organizationId, 'comment');
    await waitFor('the narrower right', async () => narrowed.scope === 'readonly');
    await waitFor('the end', async () => losing.endings[0]?.code === 4403, { dump: () => losing.state() });
  });
});

describe('a sealed document', () => {
  it('refuses what comes later at every process, and takes it when it is opened again', async () => {
    const id = await note();
    const writer = await open(id, ours, 1).ready();
    writer.type('before');
    await writer.saved();
    const frozen = await act(async (tx) => {
      await room().seal(tx, 'note', id);
      // Under way while the transaction that seals is open: it waits, and is then refused.
      writer.type(' and behind');
      return room().read(tx, 'note', id);
    });
    expect(frozen).toMatchObject({ summary: text('before') });
    await waitFor('the refusal', async () => writer.scope === 'readonly', { dump: () => writer.state() });
    expect(await read(id)).toMatchObject({ summary: text('before') });
    expect(await act((tx) => room().seal(tx, 'note', id))).toBe(false);
    expect(await act((tx) => room().unseal(tx, 'note', id))).toBe(true);
    await waitFor('the right', async () => writer.scope === 'read-write');
    await writer.saved();
    expect(await read(id)).toMatchObject({ summary: text('before and behind') });
  });
});

describe('bad input', () => {
  it('leaves out nodes, marks and links that are not allowed, and keeps the rest', async () => {
    const id = await note();
    const writer = await open(id, ours).ready();
    const fragment = writer.document.getXmlFragment('summary');
    writer.document.transact(() => {
      const script = new Y.XmlElement('script');
      script.insert(0, [new Y.XmlText('alert(1)')]);
      const heading = new Y.XmlElement('heading');
      heading.setAttribute('level', '99');
      heading.setAttribute('onclick', 'alert(1)');
      const words = new Y.XmlText();
      words.insert(0, 'bad', { link: { href: 'javascript:alert(1)' } });
      words.insert(3, 'good', { link: { href: 'https://example.org/' }, bold: {}, blink: {} });
      heading.insert(0, [words, new Y.XmlElement('paragraph')]);
      const quote = new Y.XmlElement('blockquote');
      quote.insert(0, [new Y.XmlText('not a block')]);
      fragment.insert(0, [script, heading, quote]);
    });
    await writer.saved();
    expect(await read(id)).toMatchObject({
      summary: {
        type: 'doc',
        content: [
          {
            type: 'heading',
            attrs: { level: 3 },
            content: [
              { type: 'text', text: 'bad' },
              {
                type: 'text',
                text: 'good',
                marks: [{ type: 'bold' }, { type: 'link', attrs: { href: 'https://example.org/' } }],
              },
            ],
          },
          { type: 'blockquote' },
        ],
      },
    });
  });

  it('cuts off what cannot be read and what is too large, and refuses what no longer fits', async () => {
    const id = await note();
    const writer = await open(id, ours).ready();
    const wire = writer.provider.configuration.websocketProvider;
    wire.send(Buffer.from([1, 2, 3]));
    await waitFor('the end', async () => writer.endings.some(({ code }) => code === 4400));
    await writer.ready();
    writer.type('x'.repeat(3 * 1024 * 1024));
    await waitFor('the end', async () => writer.endings.some(({ code }) => code === 1009), {
      dump: () => writer.state(),
    });
    writer.close();
    const modest = await open(id, ours).ready();
    await network.database.query(`update coedited_document set bytes = 8388608 where entity_id = $1`, [id]);
    modest.type('too much for what is left');
    await waitFor('the word', async () => modest.said[0]);
    expect([modest.said, modest.isSaved, modest.provider.hasUnsyncedChanges]).toEqual([
      ['{"code":"coediting/full"}'],
      false,
      true,
    ]);
    expect(await read(id)).toEqual({
      summary: { type: 'doc', content: [{ type: 'paragraph' }] },
      need: EMPTY,
    });
  });
});
