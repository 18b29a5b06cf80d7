import { InvalidInput } from '#libs/kernel';
import { assertPostable, MAX_BODY, type MessageDraft } from './message.js';

const draft = (changes: Partial<MessageDraft>): MessageDraft => ({
  conversationId: 'c',
  clientMessageId: 'm-1',
  body: 'Hello',
  ...changes,
});

/** Pointers and codes of everything that is wrong with a draft. */
function problems(changes: Partial<MessageDraft>): string[] {
  try {
    assertPostable(draft(changes));
    return [];
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return (error.options.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);
  }
}

describe('a message', () => {
  it.each([
    ['one character', { body: '.' }],
    ['as many code points as may be', { body: '가'.repeat(MAX_BODY) }],
    ['as many code points of two units', { body: '𐐷'.repeat(MAX_BODY) }],
    ['a mixture that is long only in units', { body: '😀'.repeat(4_001) + 'a'.repeat(3_999) }],
    ['lines, tabs and joined emoji', { body: 'a\n\tb 👩‍👩‍👧' }],
    ['a client id of 64 characters', { clientMessageId: 'aZ9_-'.padEnd(64, 'x') }],
    ['a language', { language: 'zh-Hant' }],
  ])('may hold %s', (_, changes) => {
    expect(problems(changes)).toEqual([]);
  });

  it.each([
    ['nothing', { body: '' }, ['/body messaging/body-empty']],
    ['one code point too many', { body: 'a'.repeat(MAX_BODY + 1) }, ['/body messaging/body-too-long']],
    ['one wide code point too many', { body: '😀'.repeat(MAX_BODY + 1) }, ['/body messaging/body-too-long']],
    ['NUL', { body: 'a\0' }, ['/body messaging/body-not-text']],
    ['half a character', { body: '\udc00a' }, ['/body messaging/body-not-text']],
    [
      'a client id with a dot',
      { clientMessageId: 'a.b' },
      ['/clientMessageId messaging/malformed-client-id'],
    ],
    [
      'a client id ending in a line',
      { clientMessageId: 'ab\n' },
      ['/clientMessageId messaging/malformed-client-id'],
    ],
    ['an empty client id', { clientMessageId: '' }, ['/clientMessageId messaging/malformed-client-id']],
    ['no tag', { language: 'korean!' }, ['/language messaging/malformed-language']],
    [
      'all of it',
      { body: '', clientMessageId: ' ', language: '' },
      [
        '/clientMessageId messaging/malformed-client-id',
        '/body messaging/body-empty',
        '/language messaging/malformed-language',
      ],
    ],
  ])('may not hold %s', (_, changes, expected) => {
    expect(problems(changes)).toEqual(expected);
  });
});
