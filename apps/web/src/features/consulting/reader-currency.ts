import type { CURRENCIES } from '../../lib/money.js';

type Currency = (typeof CURRENCIES)[number];

const OF_COUNTRY: Readonly<Record<string, Currency>> = {
  KR: 'KRW',
  JP: 'JPY',
  CN: 'CNY',
  TW: 'TWD',
  VN: 'VND',
  TH: 'THB',
  ID: 'IDR',
  MY: 'MYR',
  PH: 'PHP',
  KH: 'KHR',
  MN: 'MNT',
  NP: 'NPR',
  RU: 'RUB',
  SG: 'SGD',
};

/** What is paid with where the reader is; empty where that is not known. */
export function readerCurrency(country: string | undefined): Currency | '' {
  return OF_COUNTRY[country ?? ''] ?? '';
}
