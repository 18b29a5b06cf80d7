import { permissionsOf } from '#libs/contracts';
import { type Actor, systemActor } from '#libs/kernel';
import { changedContent, wholeContent } from './profile.js';
import { abilitiesFor, may } from './profile.policy.js';

describe('the content of a profile', () => {
  const content = wholeContent({
    language: 'vi',
    themes: ['thm.golf'],
    operatingMonths: [12, 2, 10],
    summary: ' ',
  });

  it('states only what was said, months in their order', () => {
    expect(content).toMatchObject({
      language: 'vi',
      themes: ['thm.golf'],
      operatingMonths: [2, 10, 12],
      summary: null,
      sectors: [],
      capacity: null,
    });
  });

  it('changes in the fields sent alone; null clears', () => {
    expect(changedContent(content, {})).toEqual(content);
    expect(changedContent(content, { themes: null, capacity: { maxGroup: 8 } })).toEqual({
      ...content,
      themes: [],
      capacity: { maxGroup: 8 },
    });
  });
});

describe('what a role may do to a profile', () => {
  const OWN = 'the organization itself';
  function actor(kind: string, role: string, id: string): Actor {
    return {
      ...systemActor('request'),
      organization: { id, kind, role, signatory: false },
      permissions: new Set(permissionsOf(kind, role)),
    };
  }

  it.each<[string, string, string, boolean, boolean]>([
    // kind, role, organization, reads, writes
    ['sme', 'owner', OWN, true, true],
    ['sme', 'editor', OWN, true, true],
    ['sme', 'viewer', OWN, true, false],
    ['consultancy', 'editor', OWN, true, true],
    ['sme', 'owner', 'another organization', true, false],
    ['secretariat', 'administrator', 'another organization', true, false],
    ['sme', 'unheard of', OWN, false, false],
  ])('%s %s of %s reads: %p, writes: %p', (kind, role, id, reads, writes) => {
    const who = actor(kind, role, id);
    expect(may(who, 'read', OWN)).toBe(reads);
    expect(may(who, 'update', OWN)).toBe(writes);
    expect(abilitiesFor(who, OWN)).toEqual({ update: writes });
  });
});
