/** A seat of the Executive Committee in the demo. */
export interface DemoCommitteeSeat {
  /** Slug of a member city. */
  readonly city: string;
  readonly number: number;
  /** Where it is known from, or that it is invented. */
  readonly note: string;
}

const SOURCED = 'Named as a committee, president or co-president city in the notes of data/member-cities.csv';
const INVENTED = 'Invented for the demonstration';

/** Who sits in the demo's committee; the other computed seats are vacant, as nothing is known of them. */
export const DEMO_COMMITTEE: readonly DemoCommitteeSeat[] = [
  { city: 'busan', number: 1, note: SOURCED },
  { city: 'gimhae', number: 2, note: SOURCED },
  { city: 'kota-kinabalu', number: 1, note: SOURCED },
  { city: 'kagoshima', number: 1, note: SOURCED },
  { city: 'manila', number: 1, note: SOURCED },
  { city: 'bangkok', number: 1, note: SOURCED },
  { city: 'vladivostok', number: 1, note: SOURCED },
  { city: 'ho-chi-minh-city', number: 1, note: INVENTED },
  { city: 'umnugovi', number: 1, note: 'The only member city of its country' },
  { city: 'aktau', number: 1, note: 'The only member city of its country' },
];

/** A fictional firm that asks for full membership; the vote on it runs from the day the demo is loaded. */
export const DEMO_APPLICANT = {
  organization: 'cat-trang-golf-resort',
  statement:
    'We host golf groups from four member countries and want to take part in joint promotion. (Fictional request of the demonstration.)',
  language: 'en',
  fees: {
    admission: { amountMinor: 50_000, currency: 'USD' },
    annual: { amountMinor: 100_000, currency: 'USD' },
  },
} as const;
