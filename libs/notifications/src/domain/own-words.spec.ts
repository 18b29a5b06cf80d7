import { ownWords } from './own-words.js';

const COPY = '> Dear X,\n> Han River Nights wrote to you.\n';

describe('what somebody wrote themselves', () => {
  it.each([
    ['nothing but words', 'May suits us.\r\nSee you then.', 'May suits us.\nSee you then.'],
    [
      'Gmail',
      `May suits us.\n\nOn Tue, 3 Mar 2026 at 10:00, TTN <ttn@example.org> wrote:\n\n${COPY}`,
      'May suits us.',
    ],
    [
      'a line that Gmail broke',
      `May suits us.\n\nOn Tue, 3 Mar 2026 at 10:00, Tourism Network\n<ttn+r0@in.example.org> wrote:\n\n${COPY}`,
      'May suits us.',
    ],
    [
      'Gmail in Korean',
      `5월이 좋습니다.\n\n2026년 3월 3일 (화) 오전 10:00, TTN <a@b.example>님이 작성:\n${COPY}`,
      '5월이 좋습니다.',
    ],
    [
      'Outlook',
      'May suits us.\r\n\r\n________________________________\r\nFrom: TTN <a@b.example>\r\nSent: Tuesday\r\n\r\nDear X,',
      'May suits us.',
    ],
    ['Outlook in Korean', '네.\n\n보낸 사람: TTN\n보낸 날짜: 화요일\n받는 사람: X\n\n안녕하십니까.', '네.'],
    ['an old mail program', `May.\n\n-----Original Message-----\nFrom: TTN\n${COPY}`, 'May.'],
    ['answers between quoted lines', '> May?\nYes.\n> Or June?\nNo.', 'Yes.\nNo.'],
    ['a signature', 'May suits us.\n\n-- \nX, Busan\n+82 51 000 0000', 'May suits us.'],
    [
      'a line that only looks like a head',
      'From: the harbour\nwe walk to the market.',
      'From: the harbour\nwe walk to the market.',
    ],
    [
      'a sentence that begins like one',
      'On Tuesday we wrote: nothing yet.\nSorry.',
      'On Tuesday we wrote: nothing yet.\nSorry.',
    ],
    ['nothing of their own', `\n\nOn Tue, 3 Mar 2026, TTN <a@b.example> wrote:\n${COPY}`, ''],
  ])('%s', (_, text, own) => {
    expect(ownWords(text)).toBe(own);
  });

  it('is found in a hostile text at once', () => {
    const started = performance.now();
    ownWords(`${'On '.repeat(20_000)}\n`.repeat(5));
    ownWords(`From: ${'x'.repeat(100_000)}\n`.repeat(10));
    ownWords(`a <${'@'.repeat(1_000_000)}`);
    ownWords(`${' '.repeat(1_000_000)}x`);
    ownWords(`${'*'.repeat(1_000_000)}x`);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
