import type { Money, Period } from '#libs/kernel';

/** Money from its two columns; `minor` is a bigint and therefore arrives as text. */
export function moneyFrom(minor: string | null, currency: string | null): Money | null {
  return minor === null || currency === null ? null : { amountMinor: Number(minor), currency };
}

/** A period from its two columns, selected as text: a calendar day has no time zone to be shifted by. */
export function periodFrom(from: string | null, to: string | null): Period | null {
  return from === null || to === null ? null : { from, to };
}
