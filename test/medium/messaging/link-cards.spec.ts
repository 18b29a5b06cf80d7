import type { ServerResponse } from 'node:http';
import { PretendInternet } from '../../support/pretend-internet.js';
import { waitFor } from '../../support/wait.js';
import { type Member, Network } from './network.js';

interface LinkCardAnswer {
  isOn: boolean;
  card: { host: string; title: string; description: string | null } | null;
}

const PUBLIC = '93.184.216.34';
/** Named by the operator, and where each of them lies. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  'visit.example': [PUBLIC],
  'loopback.example': ['127.0.0.1'],
  'private.example': ['10.1.2.3'],
  'metadata.example': ['169.254.169.254'],
  'six.example': ['::1'],
  'local-six.example': ['fd00::1'],
  'dressed.example': ['::ffff:127.0.0.1'],
  'half.example': [PUBLIC, '127.0.0.1'],
  'nowhere.example': [],
};
const PRIVATE = Object.keys(NAMED).filter((name) => name !== 'visit.example');
const LITERAL = ['127.0.0.1', '169.254.169.254', 'localhost'];
const HTML = 'text/html; charset=utf-8';
/** Far more than anybody keeps of a page. */
const ENDLESS_BYTES = 64 * 1024 * 1024;

/** Pages that do not come to an end by themselves, and how much of them was written when they were given up. */
const givenUp = new Map<string, number>();

const write = (response: ServerResponse, html: string | Buffer, type = HTML): void => {
  response.writeHead(200, { 'content-type': type }).end(html);
};

const pages: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/night': (response) => {
    write(
      response,
      '<title>Night walks</title><meta name="description" content="By the &quot;old&quot; sea">',
    );
  },
  '/korean': (response) => {
    // 밤바다, as EUC-KR.
    const bytes = Buffer.from('b9e3b9d9b4d9', 'hex');
    write(
      response,
      Buffer.concat([Buffer.from('<title>'), bytes, Buffer.from('</title>')]),
      'text/html; charset=euc-kr',
    );
  },
  '/hostile': (response) => {
    write(
      response,
      `<title>&lt;script&gt;alert(1)&lt;/script&gt; \u202Ereversed</title>
       <meta name="description" content="<img src=x onerror=alert(2)> &lt;b&gt;bold&lt;/b&gt; __proto__">`,
    );
  },
  '/to-loopback': (response) => {
    response.writeHead(302, { location: 'http://127.0.0.1/secret' }).end('<title>Moved</title>');
  },
  '/to-private-name': (response) => {
    response.writeHead(301, { location: 'https://private.example/secret' }).end('<title>Moved</title>');
  },
  '/picture': (response) => {
    write(response, '<title>Not a page</title>', 'image/svg+xml');
  },
  '/no-type': (response) => {
    response.writeHead(200).end('<title>Not a page</title>');
  },
  '/missing': (response) => {
    response.writeHead(404, { 'content-type': HTML }).end('<title>Not here</title>');
  },
  '/broken': (response) => {
    response.writeHead(200, { 'content-type': HTML, 'content-length': '9000' }).write('<title>Half</title>');
    response.destroy();
  },
  '/endless': (response) => {
    response.writeHead(200, { 'content-type': HTML });
    const filler = Buffer.alloc(64 * 1024, 'a');
    let written = 0;
    const more = (): void => {
      while (!response.destroyed && written < ENDLESS_BYTES) {
        written += filler.length;
        if (!response.write(filler)) return;
      }
      response.end('<title>Too late</title>');
    };
    response.on('drain', more).on('close', () => givenUp.set('/endless', written));
    more();
  },
  '/silent': (response) => {
    response.on('close', () => givenUp.set('/silent', 0));
  },
  '/dripping': (response) => {
    response.writeHead(200, { 'content-type': HTML });
    let written = 0;
    const dripping = setInterval(() => (written += Number(response.write('<p>'))), 50);
    response.on('close', () => {
      clearInterval(dripping);
      givenUp.set('/dripping', written);
    });
  },
};

let internet: PretendInternet;
let network: Network;
let member: Member;

beforeAll(async () => {
  internet = await PretendInternet.open((request, response) => {
    (pages[request.url ?? ''] ?? pages['/missing'])?.(response);
  });
  for (const [name, addresses] of Object.entries(NAMED)) internet.name(name, ...addresses);
  internet.name('other.example', PUBLIC);
  internet.name('localhost', '127.0.0.1');
  // The first serves cards of these hosts, the second of none.
  network = await Network.start(0);
  await network.startProcess({ LINK_CARD_HOSTS: [...Object.keys(NAMED), ...LITERAL].join(',') });
  await network.startProcess();
  member = await network.member('sme', 'editor');
});
beforeEach(() => {
  internet.forget();
});
afterAll(async () => {
  await network.stop();
  await internet.close();
});

const ask = (url: string, process = 0) =>
  network.request<LinkCardAnswer>(
    member,
    'GET',
    `/link-cards?url=${encodeURIComponent(url)}`,
    undefined,
    process,
  );
const cardOf = async (url: string) => {
  const { status, body } = await ask(url);
  expect({ url, status, isOn: body.isOn }).toEqual({ url, status: 200, isOn: true });
  return body.card;
};

describe('the card of a linked page', () => {
  it('is off where the operator named no host: nothing is even looked up', async () => {
    const { status, body } = await ask('https://visit.example/night', 1);
    expect({ status, body }).toEqual({ status: 200, body: { isOn: false, card: null } });
    expect(internet).toMatchObject({ asked: [], connections: 0 });
  });

  it('says what a page of a named host says of itself, and asks once, whoever reads and whatever follows the #', async () => {
    const card = { host: 'visit.example', title: 'Night walks', description: 'By the "old" sea' };
    const reader = await network.member('city', 'officer');
    expect(await cardOf('https://visit.example/night')).toEqual(card);
    expect(await cardOf('https://VISIT.example:443/night#map')).toEqual(card);
    const path = `/link-cards?url=${encodeURIComponent('https://visit.example/night')}`;
    expect((await network.request<LinkCardAnswer>(reader, 'GET', path)).body.card).toEqual(card);
    expect(internet).toMatchObject({ asked: ['visit.example'], connections: 1 });
    // Nothing of the person who asked goes along.
    expect(internet.visits[0]?.headers).toEqual({
      host: 'visit.example',
      accept: 'text/html',
      'user-agent': 'TTN link card',
      connection: 'close',
    });
  });

  it('reads pages in the writing they are in', async () => {
    expect(await cardOf('https://visit.example/korean')).toMatchObject({ title: '밤바다' });
  });

  it('takes nothing of a page as markup', async () => {
    expect(await cardOf('https://visit.example/hostile')).toEqual({
      host: 'visit.example',
      title: '<script>alert(1)</script> reversed',
      description: '<img src=x onerror=alert(2)> <b>bold</b> __proto__',
    });
  });

  it('is for those who signed in, and for addresses', async () => {
    expect(
      (await network.request(undefined, 'GET', '/link-cards?url=https%3A%2F%2Fvisit.example')).status,
    ).toBe(401);
    for (const query of ['', '?url=', `?url=${'a'.repeat(2_001)}`, '?url=a&url=b', '?url[__proto__]=a'])
      expect({ query, status: (await network.request(member, 'GET', `/link-cards${query}`)).status }).toEqual(
        {
          query,
          status: 422,
        },
      );
    for (const url of ['javascript:alert(1)', 'data:text/html,<title>x</title>', '__proto__', '//'])
      expect(await cardOf(url)).toBeNull();
    expect(internet).toMatchObject({ asked: [], connections: 0 });
  });
});

describe('no connection is made', () => {
  it.each([
    'https://other.example/night',
    'https://visit.example.other.example/night',
    'https://other.visit.example/night',
    'https://visit.example./night',
    'https://visit.example@other.example/night',
    'https://other.example/?https://visit.example/night',
  ])('to a host the operator did not name: %s', async (url) => {
    expect(await cardOf(url)).toBeNull();
    expect(internet).toMatchObject({ asked: [], connections: 0 });
  });

  it.each([
    'http://visit.example/night',
    'https://visit.example:8443/night',
    'https://me:secret@visit.example/night',
    'ftp://visit.example/night',
  ])('to a named host by another way: %s', async (url) => {
    expect(await cardOf(url)).toBeNull();
    expect(internet).toMatchObject({ asked: [], connections: 0 });
  });

  it.each([...LITERAL, '2130706433', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]'])(
    'to an address, or to this machine, though the operator named it: %s',
    async (host) => {
      expect(await cardOf(`https://${host}/night`)).toBeNull();
      expect(internet.connections).toBe(0);
    },
  );

  it.each(PRIVATE)('to a named host that does not lie in the open internet: %s', async (name) => {
    expect(await cardOf(`https://${name}/night`)).toBeNull();
    expect(internet).toMatchObject({ asked: [name], connections: 0 });
  });

  it.each(['/to-loopback', '/to-private-name'])('after a redirect: %s', async (path) => {
    expect(await cardOf(`https://visit.example${path}`)).toBeNull();
    expect(internet.visits.map(({ url }) => url)).toEqual([path]);
    expect(internet.connections).toBe(1);
  });
});

describe('no card comes of', () => {
  it.each(['/picture', '/no-type', '/missing', '/broken'])('what is no whole page: %s', async (path) => {
    expect(await cardOf(`https://visit.example${path}`)).toBeNull();
    expect(internet.connections).toBe(1);
  });

  it('a page without an end, of which little is read', async () => {
    expect(await cardOf('https://visit.example/endless')).toBeNull();
    await waitFor('the page to be given up', async () => givenUp.has('/endless'));
    expect(givenUp.get('/endless')).toBeLessThan(ENDLESS_BYTES / 4);
  });

  it('pages that say nothing, or a little at a time; they are given up while others are served', async () => {
    const slow = ['/silent', '/dripping'].map((path) => cardOf(`https://visit.example${path}`));
    await waitFor('both to be asked for', async () => internet.visits.length === 2);
    expect((await network.request(member, 'GET', '/conversations')).status).toBe(200);
    expect([...givenUp.keys()]).toEqual(['/endless']);
    expect(await Promise.all(slow)).toEqual([null, null]);
    await waitFor('both to be given up', async () => givenUp.size === 3, { dump: () => [...givenUp] });
    expect(givenUp.get('/dripping')).toBeGreaterThan(10);
  });
});
