/** One seat in the demo: who signs in, for which record of the sample, in which role. */
export interface DemoSeat {
  /** As printed for people: secretariat, city, sme, consultant. */
  readonly role: 'secretariat' | 'city' | 'sme' | 'consultant';
  /** Slug of the organization. */
  readonly organization: string;
  readonly membershipRole: string;
  readonly displayName: string;
  readonly latinName?: string;
  readonly language: string;
  readonly timeZone: string;
  /** Agreed to be found in the directory. */
  readonly discoverable?: boolean;
}

export const SECRETARIAT_SLUG = 'tpo-secretariat';

/** Who can sign in. Names are those of the seat, not of people. */
export const DEMO_SEATS: readonly DemoSeat[] = [
  seat('secretariat', SECRETARIAT_SLUG, 'administrator', 'TPO Secretariat', 'en', 'Asia/Seoul'),
  {
    ...seat('city', 'busan', 'owner', '부산 담당자', 'ko', 'Asia/Seoul'),
    latinName: 'Busan Officer',
    discoverable: true,
  },
  {
    ...seat('city', 'da-nang', 'owner', 'Cán bộ Đà Nẵng', 'vi', 'Asia/Ho_Chi_Minh'),
    latinName: 'Da Nang Officer',
    discoverable: true,
  },
  {
    ...seat('city', 'ho-chi-minh-city', 'owner', 'Cán bộ TP. Hồ Chí Minh', 'vi', 'Asia/Ho_Chi_Minh'),
    latinName: 'Ho Chi Minh City Officer',
  },
  {
    ...seat('sme', 'badaon-lab', 'owner', '바다온랩 담당자', 'ko', 'Asia/Seoul'),
    latinName: 'Badaon Lab Owner',
    discoverable: true,
  },
  seat('sme', 'saigon-la-me-events', 'owner', 'Saigon La Me Events', 'en', 'Asia/Ho_Chi_Minh'),
  seat('sme', 'cat-trang-golf-resort', 'owner', 'Cat Trang Golf Resort', 'en', 'Asia/Ho_Chi_Minh'),
  {
    ...seat('consultant', 'hanbada-urban-tourism-lab', 'owner', '한바다 자문위원', 'ko', 'Asia/Seoul'),
    latinName: 'Hanbada Consultant',
    discoverable: true,
  },
  seat(
    'consultant',
    'lua-vang-destination-advisors',
    'owner',
    'Lua Vang Consultant',
    'en',
    'Asia/Ho_Chi_Minh',
  ),
];

function seat(
  role: DemoSeat['role'],
  organization: string,
  membershipRole: string,
  displayName: string,
  language: string,
  timeZone: string,
): DemoSeat {
  return { role, organization, membershipRole, displayName, language, timeZone };
}

/** `busan@demo.ttn.example`: addresses of the demo lead nowhere. */
export function demoAddress(slug: string): string {
  return `${slug}@demo.ttn.example`;
}
