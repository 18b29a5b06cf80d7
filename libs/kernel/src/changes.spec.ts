import { patched } from './changes.js';
import { saidOrNull } from './written-text.js';

describe('a changed field', () => {
  it.each([
    ['new', 'new'],
    [undefined, 'old'],
    [null, 'none'],
    ['', ''],
  ])('sent as %p becomes %p', (sent, after) => {
    expect(patched(sent, 'old', 'none')).toBe(after);
  });

  it('says nothing when it is blank', () => {
    expect(saidOrNull(' \n')).toBeNull();
    expect(saidOrNull(null)).toBeNull();
    expect(saidOrNull(' 부산 ')).toBe(' 부산 ');
  });
});
