import type { FieldError } from '#libs/kernel';
import type { Quota } from './call-terms.js';
import { taken } from './form-check.js';

const WHOLE = 100;

/** What is wrong with the quotas: each by itself, and against each other. */
export function checkQuotas(quotas: readonly Quota[]): FieldError[] {
  const names = quotas.map(({ key, value, bound }) => `${key} ${value} ${bound}`);
  const single = quotas.flatMap((quota, place) => {
    if (taken(names, place)) return [{ pointer: `/quotas/${place}`, code: 'call/quota-taken' }];
    if (!isMeant(quota)) return [{ pointer: `/quotas/${place}/value`, code: 'call/quota-value' }];
    return contradicts(quota, quotas)
      ? [{ pointer: `/quotas/${place}/share`, code: 'call/quotas-contradict' }]
      : [];
  });
  const promised = quotas
    .filter(({ key, bound }) => key === 'country' && bound === 'least')
    .reduce((sum, { share }) => sum + share, 0);
  return promised > WHOLE ? [...single, { pointer: '/quotas', code: 'call/quotas-above-100' }] : single;
}

/** SMEs are told apart by nothing further; "at least so much of whichever country" says nothing. */
function isMeant({ key, value, bound }: Quota): boolean {
  if (key === 'sme') return value === '*';
  return /^[A-Z]{2}$/.test(value) || (value === '*' && bound === 'most');
}

/** A least share above the most that another quota leaves to the same. */
function contradicts(quota: Quota, quotas: readonly Quota[]): boolean {
  if (quota.bound !== 'least') return false;
  return quotas.some(
    (other) =>
      other.bound === 'most' &&
      other.key === quota.key &&
      (other.value === quota.value || other.value === '*') &&
      other.share < quota.share,
  );
}
