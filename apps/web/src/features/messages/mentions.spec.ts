import { callOf, keptMentions, withMention } from './mentions.js';

const seat = (personId: string) => ({ personId, organizationId: 'o' });

describe('mentions', () => {
  it('are called by an @ at the beginning of a word, in every script', () => {
    expect(callOf('@', 1)).toBe('');
    expect(callOf('hello @Kim', 10)).toBe('Kim');
    expect(callOf('안녕하세요 @김민', 9)).toBe('김민');
    expect(callOf('(@Lê', 4)).toBe('Lê');
    expect(callOf('mail@example.org', 16)).toBeNull();
    expect(callOf('@Kim and', 8)).toBeNull();
  });

  it('complete the name where the caret stands, and leave what follows', () => {
    expect(withMention('hello @Ki, come', 9, 'Kim Minji')).toEqual({
      draft: 'hello @Kim Minji , come',
      caret: 17,
    });
  });

  it('count only while the name still stands in the words, once each', () => {
    const mentions = [
      { name: 'Kim', seat: seat('1') },
      { name: 'Lee', seat: seat('2') },
      { name: 'Kim', seat: seat('1') },
    ];
    expect(keptMentions('@Kim, see this. @Kim?', mentions)).toEqual([seat('1')]);
    expect(keptMentions('nobody', mentions)).toEqual([]);
  });
});
