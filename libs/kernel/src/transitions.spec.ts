import { defineTransitions, nextState, possibleVerbs, WrongState } from './transitions.js';

const door = defineTransitions({
  feature: 'door',
  initial: 'closed',
  states: ['closed', 'open'],
  transitions: {
    open: { from: ['closed'], to: 'open', actor: 'anyone' },
    close: { from: ['open'], to: 'closed', actor: 'anyone' },
  },
});

describe('transition tables', () => {
  it('lead from state to state', () => {
    expect(nextState(door, 'closed', 'open')).toBe('open');
    expect(possibleVerbs(door, 'open')).toEqual(['close']);
  });

  it('refuse a verb from the wrong state and name that state', () => {
    expect(() => nextState(door, 'open', 'open')).toThrow(WrongState);
    expect(() => nextState(door, 'open', 'open')).toThrow(
      expect.objectContaining({
        code: 'door/wrong-state',
        options: expect.objectContaining({ extra: { state: 'open' } }),
      }),
    );
  });

  it('are refused when a state is unknown or unreachable', () => {
    const broken = { feature: 'x', initial: 'a', states: ['a', 'b'] } as const;
    expect(() => defineTransitions({ ...broken, transitions: {} })).toThrow('unreachable state b');
    expect(() =>
      defineTransitions<string, string>({
        ...broken,
        transitions: { go: { from: ['a'], to: 'c', actor: '' } },
      }),
    ).toThrow('unknown state c');
  });
});
