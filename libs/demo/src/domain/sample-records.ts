/** The records of `data/sample-organizations.json`, as far as the demo uses them. All are fictional. */
interface SampleOrganization {
  id: string;
  name: string;
  name_en: string;
  profile_language: string;
  /** Slug of a member city. */
  city: string;
  country_iso2: string;
  themes: string[];
  languages_spoken: string[];
  offers: string[];
  profile: string;
}

export interface SampleSme extends SampleOrganization {
  sector: string;
  other_sectors: string[];
  capacity: Record<string, number>;
  target_markets: string[];
  certifications: string[];
  operating_months: number[];
  seeks: string[];
  offer_text: string;
  seek_text: string;
}

export interface SampleConsultant extends SampleOrganization {
  consulting_areas: string[];
  modes: ('onsite' | 'remote')[];
  years_experience: number;
}

export interface SampleOpportunity {
  id: string;
  posted_by_city: string;
  language: string;
  title: string;
  text: string;
  collaboration: string[];
  themes: string[];
  markets: string[];
  requirements: {
    languages: string[];
    capacity_min: number | null;
    certifications: string[];
    months: number[];
  };
  deadline: string;
  period_start: string;
  period_end: string;
}

export interface SampleProposal {
  id: string;
  proposed_by: string;
  language: string;
  title: string;
  text: string;
  partners_sought: string;
  themes: string[];
  collaboration: string[];
  budget_usd: number;
  /** `2027-03/2028-02`, both months included. */
  period: string;
  sdg_targets: string[];
}

export interface SampleRequest {
  id: string;
  /** `city:<slug>` or the id of an SME. */
  requested_by: string;
  language: string;
  title: string;
  text: string;
  consulting_areas: string[];
  working_languages: string[];
  mode: 'onsite' | 'remote';
  budget_usd: number;
  deadline: string;
}

export interface SampleData {
  smes: SampleSme[];
  consultants: SampleConsultant[];
  opportunities: SampleOpportunity[];
  project_proposals: SampleProposal[];
  consulting_requests: SampleRequest[];
}

/** `2027-03/2028-02` as first and last day. */
export function daysOf(period: string): { from: string; to: string } {
  const [first = '', last = ''] = period.split('/');
  const [year = 0, month = 0] = last.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { from: `${first}-01`, to: `${last}-${String(lastDay).padStart(2, '0')}` };
}

/** `Cat Trang Golf Resort` → `cat-trang-golf-resort`. */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Whole US dollars as money. */
export function dollars(amount: number): { amountMinor: number; currency: string } {
  return { amountMinor: amount * 100, currency: 'USD' };
}

/** Which of a firm's figures say how many guests it can take at once. */
const GUESTS_AT_ONCE = ['max_group', 'max_event', 'students', 'max_divers', 'seats'];

/** The capacity of a firm: guests at once, and groups a month where it says so. */
export function capacityOf(figures: Readonly<Record<string, number>>): {
  maxGroup?: number;
  groupsPerMonth?: number;
} {
  const guests = GUESTS_AT_ONCE.flatMap((figure) => figures[figure] ?? []);
  return {
    ...(guests.length > 0 && { maxGroup: Math.max(...guests) }),
    ...(figures.groups_per_month !== undefined && { groupsPerMonth: figures.groups_per_month }),
  };
}

/** Made-up fees of a consultant, in US dollars a day: more with the years. */
export function feesOf({ years_experience: years }: SampleConsultant): {
  minMinor: number;
  maxMinor: number;
  currency: string;
  per: 'day';
} {
  return { minMinor: years * 3_000, maxMinor: years * 5_000, currency: 'USD', per: 'day' };
}
