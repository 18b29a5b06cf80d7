import { isArchived, lastVisible, unreadCount } from './conversation.js';
import { abilitiesFor, may } from './conversation.policy.js';

const seat = (joinedSeq: number, leftSeq: number | null, readSeq = 0) => ({
  ...{ joinedSeq, leftSeq, readSeq },
  ...{ aboutType: 'group', role: 'member' as const, isSilenced: false },
});

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
  });

  it('lets a host of a group do more than its members, and who blocked or was blocked only read', () => {
    const rights = new Set(['conversation.post']);
    const member = {
      post: true,
      rename: false,
      invite: 'contacts',
      remove: false,
      leave: true,
      handOver: true,
    };
    const nothing = {
      post: false,
      rename: false,
      invite: null,
      remove: false,
      leave: false,
      handOver: false,
    };
    const here = seat(0, null);
    expect(abilitiesFor(rights, here)).toEqual({ ...member, report: true });
    const host = { ...here, role: 'host' as const };
    expect(abilitiesFor(rights, host)).toMatchObject({ rename: true, remove: true });
    expect(abilitiesFor(rights, { ...host, aboutType: 'project' })).toMatchObject({
      ...{ rename: false, remove: false, invite: 'colleagues' },
    });
    expect(abilitiesFor(rights, { ...here, aboutType: 'direct' })).toMatchObject({
      invite: null,
      leave: false,
    });
    expect(abilitiesFor(rights, { ...here, isSilenced: true })).toMatchObject({ ...member, post: false });
    expect(abilitiesFor(rights, seat(0, 3))).toEqual({ ...nothing, report: true });
    expect(abilitiesFor(new Set(), here)).toEqual({ ...nothing, report: true });
  });

  it.each([
    ['put away with nothing said since', { archivedSeq: 5, isMuted: false }, true],
    ['put away before something was said', { archivedSeq: 4, isMuted: false }, false],
    ['put away and muted', { archivedSeq: 4, isMuted: true }, true],
    ['muted only', { archivedSeq: null, isMuted: true }, false],
  ])('knows whether it was put away: %s', (_, put, archived) => {
    expect(isArchived({ ...seat(0, null), ...put }, 5)).toBe(archived);
  });
});
