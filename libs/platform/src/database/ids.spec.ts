import { isId, newId } from './ids.js';

describe('an id', () => {
  it('is a UUIDv7 of this moment', () => {
    const before = Date.now();
    const id = newId();
    expect(isId(id)).toBe(true);
    expect(id[14]).toBe('7');
    const made = parseInt(id.replaceAll('-', '').slice(0, 12), 16);
    expect(made).toBeGreaterThanOrEqual(before);
    expect(made).toBeLessThanOrEqual(Date.now() + 1);
  });

  it('stands behind all that were made before it in the same process, and repeats none', () => {
    const ids = Array.from({ length: 5_000 }, newId);
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    // What is drawn ahead differs from id to id.
    expect(new Set(ids.map((id) => id.slice(-10))).size).toBe(ids.length);
  });
});
