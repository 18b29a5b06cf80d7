import { type Comparison, keyOf, standsLeft, type SubjectRef, turned } from './match.js';

const ref = (type: SubjectRef['type'], id: string): SubjectRef => ({ type, id });

describe('the order of two sides', () => {
  const inOrder = [
    ref('proposal', 'b'),
    ref('consulting_request', 'c'),
    ref('opportunity', 'a'),
    ref('organization', 'a'),
    ref('organization', 'b'),
  ];

  it('puts the more concrete one left, then the smaller id', () => {
    for (const [at, one] of inOrder.entries()) {
      for (const other of inOrder.slice(at + 1)) {
        expect([keyOf(one), keyOf(other), standsLeft(one, other)]).toEqual([keyOf(one), keyOf(other), true]);
        expect([keyOf(other), keyOf(one), standsLeft(other, one)]).toEqual([keyOf(other), keyOf(one), false]);
      }
    }
  });
});

describe('a comparison', () => {
  const comparison: Comparison = {
    score: 0.5,
    fit: 'good',
    ourScore: 0.7,
    theirScore: null,
    reasons: [
      {
        code: 'offer_meets_need',
        contribution: 0.6,
        facts: {
          ours: [{ type: 'seek', value: 'col.supply' }],
          theirs: [{ type: 'offer', value: 'col.supply', quote: '호텔', language: 'ko' }],
        },
      },
    ],
    unmet: [
      {
        code: 'capacity_too_small',
        contribution: -0.1,
        facts: {
          ours: [{ type: 'capacity_required', value: 100 }],
          theirs: [{ type: 'capacity', value: 80 }],
        },
      },
    ],
    notStated: ['ours.months', 'theirs.capacity', 'theirs.sectors'],
  };

  it('reads from the other side with the same score and codes, the facts swapped', () => {
    expect(turned(comparison)).toEqual({
      score: 0.5,
      fit: 'good',
      ourScore: null,
      theirScore: 0.7,
      reasons: [
        {
          code: 'offer_meets_need',
          contribution: 0.6,
          facts: {
            ours: [{ type: 'offer', value: 'col.supply', quote: '호텔', language: 'ko' }],
            theirs: [{ type: 'seek', value: 'col.supply' }],
          },
        },
      ],
      unmet: [
        {
          code: 'capacity_too_small',
          contribution: -0.1,
          facts: {
            ours: [{ type: 'capacity', value: 80 }],
            theirs: [{ type: 'capacity_required', value: 100 }],
          },
        },
      ],
      notStated: ['ours.capacity', 'ours.sectors', 'theirs.months'],
    });
  });

  it('is itself again when turned twice', () => {
    expect(turned(turned(comparison))).toEqual(comparison);
  });
});
