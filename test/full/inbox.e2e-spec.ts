import type { Browser, BrowserContext } from 'playwright-core';
import webPush from 'web-push';
import { MailAddresses } from '#libs/notifications';
import { newId } from '#libs/platform/database';
import { ActorSession } from '../support/actor-session.js';
import {
  hasFocus,
  launchBrowser,
  openContext,
  screenshot,
  signIn,
  violations,
  tabTo,
  type WatchedPage,
} from '../support/browser.js';
import { PushSink } from '../support/push-sink.js';
import { accountOf, type DemoAccount, type RunningSystem, startSystem } from '../support/running-system.js';
import { waitFor } from '../support/wait.js';

jest.setTimeout(300_000);

const INBOUND = {
  MAIL_INBOUND_ADDRESS: 'ttn@in.example.org',
  MAIL_INBOUND_SECRET: 'a-secret-of-the-mail-server-0123456789',
};
const TTN_SECRET = 'a-secret-for-tests-only-0123456789abcdef';
const SUBSCRIBED = 'a-browser';

/**
 * The inbox of a city as its officer lives with it: a laptop and a phone, companies that want something, mail, answers
 * by mail and pushes. One system for the whole story.
 */
describe('the inbox of a city', () => {
  let browser: Browser;
  let system: RunningSystem;
  let sink: PushSink;
  let url: string;
  let account: DemoAccount;
  let officer: ActorSession;
  let companies: ActorSession[];
  let names: string[];
  let laptop: WatchedPage;
  let phone: WatchedPage;
  const contexts: BrowserContext[] = [];
  const requests: string[] = [];
  /** Where the third company and the city talk. */
  let room = '';

  const device = async (look: Parameters<typeof openContext>[1]): Promise<WatchedPage> => {
    const context = await openContext(browser, look);
    contexts.push(context);
    return signIn(context, url, account);
  };
  const goTo = (page: WatchedPage, screen: string): Promise<unknown> => {
    const slug = /\/o\/([^/]+)/.exec(page.url())?.[1] ?? 'da-nang';
    return page.goto(`${url}/o/${slug}/${screen}`);
  };
  const rows = (page: WatchedPage, words: string) => page.locator('[data-notice]').filter({ hasText: words });
  const nameOf = (index: number): string => names[index] ?? '';
  /** Number on the bell; empty where nothing is unread. */
  const bell = async (page: WatchedPage): Promise<string> =>
    (await page.locator('header a[href$="/notices"]').innerText()).trim();
  /** What both bells say in the end; something may still be told meanwhile. */
  const sameOnBoth = async (): Promise<number> => {
    const { unread } = await waitFor(
      'both bells to say what is unread',
      async () => {
        const { data } = await officer.api.GET('/api/v1/notices/unread-count');
        const count = data?.unread ? String(data.unread) : '';
        return (await bell(laptop)) === count && (await bell(phone)) === count && data;
      },
      { dump: async () => [await bell(laptop), await bell(phone)] },
    );
    return unread;
  };
  const ask = async (index: number): Promise<void> => {
    const { data, error } = (await companies[index]?.api.POST('/api/v1/contact-requests', {
      body: { toOrganizationId: officer.organizationId, message: '야간 관광을 함께 준비하고 싶습니다.' },
    })) ?? { error: 'nobody' };
    if (!data) throw new Error(JSON.stringify(error));
    requests[index] = data.id;
  };
  /** The third company names the officer in what it says. */
  const nameThem = async (body: string): Promise<void> => {
    const { personId, organizationId } = officer;
    const { error } = (await companies[2]?.api.POST('/api/v1/conversations/{id}/messages', {
      params: { path: { id: room } },
      body: { body, clientMessageId: newId(), mentions: [{ personId, organizationId }] },
    })) ?? { error: 'nobody' };
    if (error) throw new Error(JSON.stringify(error));
  };
  const capturedMail = (template: string): Promise<{ id: string; text: string }> =>
    waitFor(`the mail of ${template}`, async () => {
      const { data } = await officer.api.GET('/api/v1/captured-mails');
      const found = data?.items.find((mail) => mail.template === template);
      if (!found) return undefined;
      const path = { id: found.id };
      return (await officer.api.GET('/api/v1/captured-mails/{id}', { params: { path } })).data;
    });

  beforeAll(async () => {
    const keys = webPush.generateVAPIDKeys();
    sink = await PushSink.start(keys.publicKey);
    const settings = {
      ...{ ...INBOUND, VAPID_PUBLIC_KEY: keys.publicKey, VAPID_PRIVATE_KEY: keys.privateKey },
      PUSH_SERVICES: sink.origin,
    };
    [system, browser] = await Promise.all([startSystem({ web: true, settings }), launchBrowser()]);
    url = system.apis[0]?.url ?? '';
    account = accountOf('Da Nang', system.accounts);
    officer = await ActorSession.signIn(url, account);
    const smes = system.accounts.filter(({ role }) => ['sme', 'consultant'].includes(role)).slice(0, 4);
    names = smes.map(({ organization }) => organization);
    companies = await Promise.all(smes.map((each) => ActorSession.signIn(url, each)));
    await officer.api.POST('/api/v1/notices/read-all');
    laptop = await device({ locale: 'en' });
    phone = await device({ locale: 'ko', width: 360, scheme: 'dark' });
    for (const page of [laptop, phone]) {
      await goTo(page, 'notices');
      await page.locator('h1').waitFor();
    }
  }, 300_000);

  afterAll(async () => {
    await Promise.all(contexts.map((each) => each.close()));
    await browser.close();
    await system.stop();
    await sink.stop();
  }, 60_000);

  afterEach(() => {
    expect([...laptop.problems, ...phone.problems]).toEqual([]);
  });

  it('misses nothing that comes between its first reading and its first line', async () => {
    const late = await device({ locale: 'en' });
    let letThrough = (): void => undefined;
    const held = new Promise<void>((resolve) => (letThrough = resolve));
    await late.routeWebSocket(/\/socket\.io\//, (line) => void held.then(() => line.connectToServer()));
    const read = late.waitForResponse((answer) => answer.url().includes('/api/v1/notices?'));
    await goTo(late, 'notices');
    await (await read).finished();
    await late.locator('h1').waitFor();
    await ask(0);
    await rows(laptop, nameOf(0)).waitFor();
    expect(await rows(late, nameOf(0)).count()).toBe(0);
    letThrough();
    await rows(late, nameOf(0)).waitFor();
    expect(late.problems).toEqual([]);
    await late.context().close();
  });

  it('shows at once what waits, one row for each object, and counts the same on both devices', async () => {
    for (const index of [1, 2]) await ask(index);
    for (const page of [laptop, phone])
      for (const name of names.slice(0, 3)) await rows(page, name).waitFor();
    await laptop.getByRole('heading', { name: 'Waiting for you' }).waitFor();
    expect(await sameOnBoth()).toBeGreaterThanOrEqual(3);
    for (const page of [laptop, phone]) {
      for (const name of names.slice(0, 3)) expect(await rows(page, name).count()).toBe(1);
      expect(await violations(page)).toEqual([]);
    }
    await screenshot(laptop, 'inbox');
    await screenshot(phone, 'inbox-360-ko-dark');
  });

  it('is worked through by keys: put away and back, put off until later', async () => {
    const row = rows(laptop, nameOf(1));
    const focused = () => row.locator('a').evaluate((link: Focusable) => link.matches(':focus'));
    for (let step = 0; step < 40 && !(await focused()); step += 1) await laptop.keyboard.press('j');
    expect(await focused()).toBe(true);
    await laptop.keyboard.press('e');
    for (const page of [laptop, phone]) await rows(page, nameOf(1)).waitFor({ state: 'detached' });
    await sameOnBoth();
    await laptop.getByRole('button', { name: 'Undo' }).click();
    for (const page of [laptop, phone]) await rows(page, nameOf(1)).waitFor();
    await row.locator('a').focus();
    await laptop.keyboard.press('s');
    await laptop.getByRole('menuitem', { name: /In three hours/ }).waitFor();
    await hasFocus(laptop.getByRole('menu'));
    await laptop.keyboard.press('ArrowDown');
    await laptop.keyboard.press('Enter');
    for (const page of [laptop, phone]) await rows(page, nameOf(1)).waitFor({ state: 'detached' });
    await laptop.getByRole('link', { name: 'Put off', exact: true }).click();
    await rows(laptop, nameOf(1)).getByText('Comes back on').waitFor();
    await laptop.getByRole('link', { name: 'Inbox', exact: true }).click();
    await sameOnBoth();
  });

  it('shows in the row what was asked, and takes a no there once, also after a lost line', async () => {
    const row = rows(laptop, nameOf(0));
    await row.getByText('야간 관광을').waitFor();
    const decline = row.getByRole('button', { name: 'Decline' });
    const keys: (string | undefined)[] = [];
    const isDecline = (address: URL): boolean => address.pathname.endsWith('/decline');
    await laptop.route(isDecline, async (route) => {
      keys.push(route.request().headers()['idempotency-key']);
      await (keys.length === 1 ? route.abort() : route.continue());
    });
    await tabTo(laptop, decline);
    await laptop.keyboard.press('Enter');
    await row.getByText('The server cannot be reached').waitFor();
    await tabTo(laptop, decline);
    await laptop.keyboard.press('Enter');
    await laptop.getByRole('status').filter({ hasText: 'Declined.' }).waitFor();
    for (const page of [laptop, phone]) await rows(page, nameOf(0)).waitFor({ state: 'detached' });
    expect(await laptop.locator('[data-notice] a:focus').count()).toBe(1);
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBeTruthy();
    expect(keys[1]).toBe(keys[0]);
    const path = { id: requests[0] ?? '' };
    const { data } = await officer.api.GET('/api/v1/contact-requests/{id}', { params: { path } });
    expect(data?.state).toBe('declined');
    await laptop.unroute(isDecline);
    await sameOnBoth();
  });

  it('takes a yes to an interest in the row, and leads to the conversation it opens', async () => {
    const { data: matches } = await officer.api.GET('/api/v1/matches', { params: { query: { limit: 100 } } });
    const open = matches?.items.filter(({ state }) => state === 'suggested') ?? [];
    const found = open.flatMap(({ id, counterpart }) =>
      system.accounts
        .filter(({ organization }) => organization === counterpart.name && !names.includes(organization))
        .map((sender) => ({ id, sender })),
    )[0];
    if (!found) throw new Error(`No match with somebody who can sign in: ${JSON.stringify(open)}`);
    const sender = await ActorSession.signIn(url, found.sender);
    const params = { path: { id: found.id } };
    const body = { message: '다낭의 밤을 함께 알리고 싶습니다.\n5월에 시작할 수 있습니다.', language: 'ko' };
    const { error } = await sender.api.POST('/api/v1/matches/{id}/interest', { params, body });
    expect(error).toBeUndefined();
    const asked = (page: WatchedPage) => rows(page, '다낭의 밤을 함께 알리고');
    for (const page of [laptop, phone]) {
      await asked(page).waitFor();
      expect(await violations(page)).toEqual([]);
    }
    await screenshot(laptop, 'inbox-question');
    await screenshot(phone, 'inbox-question-360-ko-dark');
    await asked(phone).getByRole('button', { name: '거절' }).click();
    await phone.getByRole('menuitem').first().waitFor();
    await phone.keyboard.press('Escape');
    await tabTo(laptop, asked(laptop).getByRole('button', { name: 'Accept' }));
    await laptop.keyboard.press('Enter');
    const outcome = laptop.getByRole('status').filter({ hasText: 'Accepted.' });
    await outcome.waitFor();
    for (const page of [laptop, phone]) await asked(page).waitFor({ state: 'detached' });
    await outcome.getByRole('link', { name: 'Open the conversation' }).click();
    await laptop.getByText('다낭의 밤을 함께 알리고').first().waitFor();
    const { data: match } = await officer.api.GET('/api/v1/matches/{id}', { params });
    expect(match?.interest?.state).toBe('accepted');
    expect(laptop.url()).toContain(match?.conversationId ?? 'no conversation');
    await goTo(laptop, 'notices');
    await sameOnBoth();
  });

  it('lets a row go once its matter is settled, by whomever', async () => {
    const path = { id: requests[2] ?? '' };
    const { data: accepted } = await officer.api.POST('/api/v1/contact-requests/{id}/accept', {
      params: { path },
    });
    room = accepted?.conversationId ?? '';
    for (const page of [laptop, phone])
      await rows(page, nameOf(2)).filter({ hasText: '야간 관광을' }).waitFor({ state: 'detached' });
    await sameOnBoth();
  });

  it('has sent a mail, which the demonstration shows and which is stopped without signing in', async () => {
    const mail = await capturedMail('contact-request.sent');
    await goTo(laptop, `mail/${mail.id}`);
    await laptop.getByRole('link', { name: 'Open the link' }).waitFor();
    expect(await violations(laptop)).toEqual([]);
    const token = /unsubscribe\?token=(\S+)/.exec(mail.text)?.[1] ?? '';
    const stopped = await fetch(`${url}/unsubscribe?token=${token}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect(stopped.status).toBe(200);
    await laptop.goto(`${url}/account/notifications`);
    const box = laptop.getByRole('checkbox', { name: 'Messages: Mail' });
    await box.waitFor();
    expect(await box.isChecked()).toBe(false);
    // Back on, with the night off.
    await box.check();
    await laptop.getByRole('checkbox', { name: 'Every day between two times' }).check();
    await laptop.getByRole('button', { name: 'Save' }).click();
    await laptop.getByText('Saved.').waitFor();
    await laptop.reload();
    await laptop.getByRole('checkbox', { name: 'Every day between two times', checked: true }).waitFor();
    expect(await violations(laptop)).toEqual([]);
    // … but not now, for what comes next is looked at now.
    await laptop.getByRole('checkbox', { name: 'Every day between two times' }).uncheck();
    await laptop.getByRole('button', { name: 'Save' }).click();
    await laptop.getByText('Saved.').waitFor();
  });

  it('takes an answer by mail into the conversation', async () => {
    await goTo(laptop, `messages/${room}`);
    const { data: seen } = await officer.api.GET('/api/v1/conversations/{id}', {
      params: { path: { id: room } },
    });
    expect(seen?.participants).toHaveLength(2);
    await nameThem('5월과 6월 중 언제가 좋으십니까?');
    const mail = await capturedMail('message.mentioned');
    const config = { TTN_SECRET, ...INBOUND } as ConstructorParameters<typeof MailAddresses>[0];
    const answered = await fetch(`${url}/inbound-mail`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${INBOUND.MAIL_INBOUND_SECRET}`,
        'content-type': 'message/rfc822',
      },
      body: [
        `From: The Officer <${account.email}>`,
        `To: ${new MailAddresses(config).of('reply', mail.id)}`,
        'Message-ID: <answer@mail.example>',
        'Subject: Re: named',
        'Content-Type: text/plain; charset=utf-8',
        '',
        'May suits us. 5월이 좋습니다.',
      ].join('\r\n'),
    });
    expect(await answered.json()).toEqual({ outcome: 'posted' });
    await laptop.locator('[role=listitem]').filter({ hasText: '5월이 좋습니다.' }).waitFor();
  });

  it('reaches a browser whose pages are elsewhere, by its own push message', async () => {
    const { subscription } = {
      subscription: sink.browser(SUBSCRIBED).subscription('Chromium on Linux'),
    };
    const { error } = await officer.api.POST('/api/v1/account/push/devices', { body: subscription });
    expect(error).toBeUndefined();
    await laptop.goto(`${url}/account/notifications`);
    await laptop.getByText('Chromium on Linux').first().waitFor();
    await laptop.context().grantPermissions(['notifications'], { origin: url });
    const client = await laptop.context().newCDPSession(laptop);
    const registered = new Promise<string>((resolve) => {
      client.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        const active = versions.find(({ status }) => status === 'activated');
        if (active) resolve(active.registrationId);
      });
    });
    await client.send('ServiceWorker.enable');
    await laptop.evaluate(`navigator.serviceWorker.register('/push-worker.js').then(() => undefined)`);
    const registrationId = await registered;

    await ask(3);
    const told = await waitFor('the push', async () =>
      sink.received.find(({ payload }) => `${payload.title} ${payload.body}`.includes(nameOf(3))),
    );
    // Chromium forgets a notification it is asked for while it is about to show it: the event comes first.
    const events: string[] = [];
    client.on('BackgroundService.backgroundServiceEventReceived', ({ backgroundServiceEvent }) => {
      events.push(backgroundServiceEvent.eventName);
    });
    await client.send('BackgroundService.startObserving', { service: 'notifications' });
    await client.send('BackgroundService.setRecording', { service: 'notifications', shouldRecord: true });
    await client.send('ServiceWorker.deliverPushMessage', {
      origin: url,
      registrationId,
      data: JSON.stringify(told.payload),
    });
    await waitFor('the notification', () => Promise.resolve(events.includes('Notification displayed')), {
      dump: () => events,
    });
    const shown = await laptop.evaluate(
      `navigator.serviceWorker.ready.then((worker) => worker.getNotifications()).then((all) =>
        all.map(({ title, body, data }) => ({ title, body, path: data.path })))`,
    );
    const { title, body, path } = told.payload;
    expect(shown).toEqual([{ title, body, path }]);
    // A press leads the window that is open there. Putting it in front is the browser's own, for a hand that presses.
    const [worker] = laptop.context().serviceWorkers();
    await laptop.goto(`${url}/account/notifications`);
    await worker?.evaluate(PRESS);
    await laptop.waitForURL(`${url}${path}`);
    await rows(laptop, nameOf(3))
      .or(laptop.locator('[role=listitem], li').filter({ hasText: nameOf(3) }))
      .first()
      .waitFor();
    await screenshot(laptop, 'pushed');
  });

  it('keeps quiet by night, and tells in the morning what is still unread', async () => {
    await laptop.goto(`${url}/account/notifications`);
    const { data: me } = await officer.api.GET('/api/v1/me');
    const hour = Number(
      new Intl.DateTimeFormat('en', { hour: '2-digit', hourCycle: 'h23', timeZone: me?.timeZone }).format(),
    );
    const clock = (at: number): string => `${String((at + 24) % 24).padStart(2, '0')}:00`;
    await laptop.getByRole('checkbox', { name: 'Every day between two times' }).check();
    await laptop.getByLabel('From', { exact: true }).selectOption(clock(hour - 1));
    await laptop.getByLabel('To', { exact: true }).selectOption(clock(hour + 3));
    await laptop.getByRole('button', { name: 'Save' }).click();
    await laptop.getByText('Saved.').waitFor();
    // Away from everything that would count as reading.
    await laptop.goto(`${url}/account`);
    // What is unread was mailed already, and more of it would go into the mail of the day.
    await officer.api.POST('/api/v1/notices/read-all');
    const before = sink.received.length;
    const words = '내일 아침까지 답을 부탁드립니다.';
    await nameThem(words);
    await goTo(phone, 'notices');
    const held = await waitFor('the mail to wait', async () => {
      const [mail] = await system.database.query<{ id: string; state: string; waits: boolean }>(
        `select id, state, due_at > now() + interval '1 hour' as waits from mail
         where template = 'message.mentioned' and state = 'queued' order by id desc limit 1`,
      );
      return mail;
    });
    expect(held.waits).toBe(true);
    await rows(phone, nameOf(2)).first().waitFor();
    expect(sink.received.length).toBe(before);
    const later = await system.database.query(
      `select 1 from timer where key like 'push:%' and due_at > now()`,
    );
    expect(later).toHaveLength(1);
    // The night is over.
    await system.database.query('update mail set due_at = now() where id = $1', [held.id]);
    await system.database.query(`update timer set due_at = now() where key like 'push:%'`);
    await waitFor('the push', async () => sink.received.length > before);
    expect(sink.received.at(-1)?.payload.path).toContain(room);
    const sent = await waitFor('the mail', async () => {
      const path = { id: held.id };
      return (await officer.api.GET('/api/v1/captured-mails/{id}', { params: { path } })).data;
    });
    await goTo(laptop, `mail/${sent.id}`);
    await laptop.getByRole('heading', { name: sent.subject }).waitFor();
  });
});

/** In the worker: somebody presses what is shown. */
const PRESS = `WindowClient.prototype.focus = function () { return Promise.resolve(this); };
  self.registration.getNotifications().then(([notification]) => {
    const press = new NotificationEvent('notificationclick', { notification });
    press.waitUntil = (done) => done;
    self.dispatchEvent(press);
  })`;

/** Of the page; nothing else of it is known here. */
interface Focusable {
  matches(selector: string): boolean;
}
