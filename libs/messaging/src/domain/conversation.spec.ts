import { lastVisible, unreadCount } from './conversation.js';
import { abilitiesFor, may } from './conversation.policy.js';

const seat = (joinedSeq: number, leftSeq: number | null, readSeq = 0) => ({ joinedSeq, leftSeq, readSeq });

describe('a seat in a conversation', () => {
  it('ends what is visible where the participant left', () => {
    expect(lastVisible(seat(0, null), 9)).toBe(9);
    expect(lastVisible(seat(0, 4), 9)).toBe(4);
    expect(lastVisible(seat(0, 0), 9)).toBe(0);
  });

  it.each([
    ['nothing read', seat(0, null, 0), 5, 5],
    ['some read', seat(0, null, 3), 5, 2],
    ['all read', seat(0, null, 5), 5, 0],
    ['what was said before they came', seat(4, null, 0), 5, 1],
    ['what was said after they left', seat(0, 3, 1), 9, 2],
    ['a mark beyond the end', seat(0, 3, 7), 9, 0],
  ])('counts the unread: %s', (_, own, lastSeq, unread) => {
    expect(unreadCount(own, lastSeq)).toBe(unread);
  });

  it('lets those who left read, and not post', () => {
    expect([may('read', seat(0, 3)), may('post', seat(0, 3)), may('post', seat(0, null))]).toEqual([
      true,
      false,
      true,
    ]);
    const rights = new Set(['conversation.post']);
    expect(abilitiesFor(rights, seat(0, null))).toEqual({ post: true });
    expect(abilitiesFor(rights, seat(0, 3))).toEqual({ post: false });
    expect(abilitiesFor(new Set(), seat(0, null))).toEqual({ post: false });
  });
});
