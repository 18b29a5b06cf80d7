import { IntlMessageFormat } from 'intl-messageformat';
import { EVENT_AUDIENCES, UI_LANGUAGES } from '#libs/contracts';
import { isUrgent, NOTICE_RULES, ruleOf, TOLD_EVENTS } from '../domain/notice-rules.js';
import { typeGroupOf } from '../domain/type-groups.js';
import { composeDigest } from './compose-digest.js';
import { composeMail, withAddresses } from './compose-mail.js';
import { phrase, WORDINGS, writtenLanguage } from './phrase.js';
import type { EventTemplate } from './template.js';

const VALUES = {
  counterpart: 'Da Nang <City> & Co.',
  organization: 'Han River Nights',
  operator: 'TPO',
  subject: 'proposal',
  titled: 'yes',
  title: 'Night views',
  name: 'Somebody',
};
/** TYPE.literal of the ICU parser: the one kind of element whose value is text and no name. */
const LITERAL = 0;
const ARGUMENTS = Object.keys(VALUES).sort();

/** The names between braces, wherever they stand; `#` and text are left out. */
function argumentsOf(message: string): string[] {
  const found = new Set<string>();
  const walk = (elements: ReturnType<IntlMessageFormat['getAst']>): void => {
    for (const element of elements) {
      if ('options' in element) for (const option of Object.values(element.options)) walk(option.value);
      if ('children' in element) walk(element.children);
      if ('value' in element && Number(element.type) !== LITERAL) found.add(element.value);
    }
  };
  walk(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst());
  return [...found].sort();
}

/** Every message of a template, by the place where it stands. */
function messagesOf({ notice, mail }: EventTemplate): Record<string, string> {
  const body = Object.fromEntries((mail?.body ?? []).map((text, index) => [`body ${index}`, text]));
  return {
    ...(notice !== undefined && { notice }),
    ...(mail && { subject: mail.subject, action: mail.action, ...body }),
  };
}

/** Events without a line, lines without an event, and lines that say the opposite of the audience. */
function wrongLines(audiences: Readonly<Record<string, { to: string }>>): string[] {
  const rules: Readonly<Record<string, unknown>> = NOTICE_RULES;
  return [...new Set([...Object.keys(audiences), ...Object.keys(rules)])].filter(
    (type) => !(type in rules) || (rules[type] === 'silent') !== (audiences[type]?.to === 'none'),
  );
}

/** Where a text is missing that a rule asks for, or stands that none asks for. */
function wrongTexts(
  rules: Readonly<Record<string, 'silent' | { notice: boolean; mail: boolean }>>,
  texts: Readonly<Record<string, EventTemplate>>,
): string[] {
  return [...new Set([...Object.keys(rules), ...Object.keys(texts)])].flatMap((type) => {
    const rule = rules[type] ?? 'silent';
    return (['notice', 'mail'] as const).flatMap((part) =>
      (rule !== 'silent' && rule[part]) === (texts[type]?.[part] !== undefined) ? [] : [`${type}: ${part}`],
    );
  });
}

describe('the registry of notices', () => {
  it('has a line for every event, silent exactly where nobody is the audience', () => {
    expect(wrongLines(EVENT_AUDIENCES)).toEqual([]);
    expect(wrongLines({ ...EVENT_AUDIENCES, 'planted.asked': { to: 'secretariat' } })).toEqual([
      'planted.asked',
    ]);
    expect(wrongLines({ ...EVENT_AUDIENCES, 'interest.sent': { to: 'none' } })).toEqual(['interest.sent']);
  });

  it('tells every event that has an audience in at least one way', () => {
    for (const type of TOLD_EVENTS)
      expect([type, ruleOf(type)?.notice ?? false, ruleOf(type)?.mail ?? false]).toContain(true);
  });

  it.each(UI_LANGUAGES)('has the texts its rules ask for, and no others, in %s', (language) => {
    const { events } = WORDINGS[language];
    expect(wrongTexts(NOTICE_RULES, events)).toEqual([]);
    const asked = { 'planted.asked': { notice: true, mail: true } };
    expect(wrongTexts({ ...NOTICE_RULES, ...asked }, events)).toEqual([
      'planted.asked: notice',
      'planted.asked: mail',
    ]);
    expect(wrongTexts({ ...NOTICE_RULES, 'interest.sent': 'silent' }, events)).toEqual([
      'interest.sent: notice',
      'interest.sent: mail',
    ]);
    expect(wrongTexts(NOTICE_RULES, { ...events, 'planted.told': { notice: 'x' } })).toEqual([
      'planted.told: notice',
    ]);
  });

  it('uses the same arguments in every language, and only known ones', () => {
    for (const type of TOLD_EVENTS) {
      const [en, ko] = [WORDINGS.en, WORDINGS.ko].map(({ events }) =>
        Object.entries(messagesOf(events[type] ?? {})).map(([place, text]) => [place, argumentsOf(text)]),
      );
      expect([type, ko]).toEqual([type, en]);
      expect(ARGUMENTS).toEqual(expect.arrayContaining((en ?? []).flatMap(([, names]) => names ?? [])));
    }
    for (const place of ['greeting', 'footer'] as const)
      expect(argumentsOf(WORDINGS.ko[place])).toEqual(argumentsOf(WORDINGS.en[place]));
  });

  it('puts no Korean particle right after a value', () => {
    const texts = TOLD_EVENTS.flatMap((type) => Object.values(messagesOf(WORDINGS.ko.events[type] ?? {})));
    const particle = /\{\w+\}[”"')]?(은|는|이|가|을|를|과|와|의|로|으로|에|에게|께|도|만|님)/;
    for (const text of [...texts, WORDINGS.ko.greeting, WORDINGS.ko.footer])
      expect(text).not.toMatch(particle);
    expect('“{title}”을 제출했습니다').toMatch(particle);
  });

  it('lets nothing through quiet hours but what guards the account and meetings that may be today', () => {
    const passing = TOLD_EVENTS.filter((type) => isUrgent(type) && typeGroupOf(type) !== 'security');
    expect(passing.sort()).toEqual([
      'engagement-session.cancelled',
      'engagement-session.moved',
      'engagement-session.reminded',
    ]);
    expect(TOLD_EVENTS.filter((type) => typeGroupOf(type) === 'security').every(isUrgent)).toBe(true);
  });

  it('knows for every event what its reader may switch off', () => {
    for (const type of TOLD_EVENTS) expect([type, typeGroupOf(type)]).toEqual([type, expect.any(String)]);
  });

  it.each(UI_LANGUAGES)('renders every notice and mail in %s, with and without a title', (language) => {
    for (const type of TOLD_EVENTS) {
      for (const titled of ['yes', 'no']) {
        const values = { ...VALUES, titled };
        const notice = WORDINGS[language].events[type]?.notice;
        if (notice !== undefined) expect(phrase(language, notice, values)).toMatch(/^[^{}]{8,}$/);
        const mail = composeMail(type, language, values, 'matches');
        expect(mail !== undefined).toBe(ruleOf(type)?.mail);
        if (mail) for (const part of [mail.subject, mail.text]) expect(part).toMatch(/^[^{}]{8,}$/);
      }
    }
  });
});

describe('a mail', () => {
  const addresses = {
    action: 'https://ttn.example/o/busan/matches?a=1&b=2',
    stop: 'https://ttn.example/unsubscribe?token=t',
  };
  const composedMail = composeMail('interest.sent', 'en', VALUES, 'matches');
  const mail = composedMail && withAddresses(composedMail, addresses);

  it('carries its one action, and the way to stop it, in both parts', () => {
    expect(mail?.text.match(/https?:\S+/g)).toEqual(Object.values(addresses));
    expect(mail?.html.match(/href="[^"]*"/g)).toEqual([
      'href="https://ttn.example/o/busan/matches?a=1&amp;b=2"',
      'href="https://ttn.example/unsubscribe?token=t"',
    ]);
    expect(`${mail?.text}${mail?.html}`).not.toMatch(/ttn:(link|stop)/);
  });

  it('is readable in the dark, in the fonts of its readers, and loads nothing', () => {
    const html = composeMail('interest.sent', 'ko', VALUES)?.html ?? '';
    expect(html).toMatch(/<html[^>]* lang="ko"/);
    expect(html).toContain('prefers-color-scheme: dark');
    expect(html).toContain('Malgun Gothic');
    expect(html).not.toMatch(/<(img|script|link)\b|url\(|@import/);
    expect(html).not.toContain('ttn:stop');
  });

  it.each(UI_LANGUAGES)('of the day lists what is unread, with its links, in %s', (language) => {
    const item = { text: 'A & B', count: 3, address: 'https://ttn.example/o/busan/matches?a=1&b=2' };
    const digest = composeDigest(language, { name: 'X', operator: 'TPO', total: 5, items: [item] });
    expect(digest.subject).toContain('5');
    expect(digest.text).toContain(item.address);
    expect(digest.text).toContain('4');
    expect(digest.html).toContain('href="https://ttn.example/o/busan/matches?a=1&amp;b=2"');
    expect(digest.html).toContain('A &amp; B');
  });

  it('escapes names in HTML and leaves them as they are in text', () => {
    expect(mail?.html).toContain('Da Nang &lt;City&gt; &amp; Co.');
    expect(mail?.text).toContain('Da Nang <City> & Co.');
  });

  it('does not let a name begin a new line', () => {
    const composed = composeMail('interest.sent', 'en', {
      ...VALUES,
      counterpart: 'X\r\nBcc: a@b.example',
    });
    expect(composed?.subject).toBe('X Bcc: a@b.example is interested in working with you');
  });
});

describe('the written language', () => {
  it.each([
    ['ko', 'ko'],
    ['ko-KR', 'ko'],
    ['en-GB', 'en'],
    ['vi', 'en'],
    ['kok', 'en'],
  ])('for %s is %s', (tag, language) => {
    expect(writtenLanguage(tag)).toBe(language);
  });
});
