import type { EligibilityRule } from './call-terms.js';
import { unmetRules } from './eligibility.js';

const rule = (number: number, asks: Partial<EligibilityRule>): EligibilityRule => {
  return { number, words: 'A rule.', kinds: [], countries: [], ...asks };
};

it.each<[string, readonly EligibilityRule[], number[]]>([
  ['nothing is asked', [], []],
  ['only people can judge', [rule(1, {})], []],
  [
    'kind and country are named',
    [rule(1, { kinds: ['sme', 'city'] }), rule(2, { countries: ['KR', 'VN'] })],
    [],
  ],
  ['the kind is another', [rule(1, {}), rule(2, { kinds: ['city'] })], [2]],
  ['the country is another', [rule(1, { countries: ['JP'] }), rule(2, {})], [1]],
  ['neither fits, by two rules', [rule(1, { kinds: ['city'] }), rule(2, { countries: ['JP'] })], [1, 2]],
])('a call is open to an SME of Vietnam where %s', (_what, rules, unmet) => {
  expect(unmetRules(rules, { kind: 'sme', country: 'VN' })).toEqual(unmet);
});
