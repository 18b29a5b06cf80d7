import type { ConsultingRequest } from '#libs/consulting';
import { NO_CONCEPTS } from '#libs/matching';
import type { Opportunity } from '#libs/opportunities';
import type { ProfileRecord } from '#libs/profiles';
import type { Proposal } from '#libs/proposals';
import { cityNames, compileVocabulary } from '#libs/taxonomy';
import { TaxonomyCodes } from '#libs/vocabulary';
import { opportunityParty } from './opportunity-party.js';
import { homeOf, organizationParty, type Participant, withPublished } from './organization-party.js';
import { proposalParty, readProposal } from './proposal-party.js';
import { requestParty } from './request-party.js';

const vocabulary = compileVocabulary(new TaxonomyCodes().document, [
  { id: 'the id of da nang', names: cityNames({ slug: 'da-nang', names: ['Da Nang'] }) },
]);
const AT = new Date(0);
const STORED = { createdBy: 'person', version: 1, createdAt: AT, updatedAt: AT };

const city: Participant = {
  id: 'the id of da nang',
  kind: 'city',
  country: 'VN',
  cityId: null,
  createdAt: new Date(0),
  languages: ['vi'],
  version: 1,
};
const firm: Participant = {
  ...city,
  id: 'firm',
  kind: 'sme',
  country: 'KR',
  cityId: 'busan',
  languages: ['ko'],
};

const profile = (changes: Partial<ProfileRecord>): ProfileRecord => ({
  organizationId: 'firm',
  kind: 'sme',
  country: 'KR',
  language: 'ko',
  summary: null,
  offerText: null,
  seekText: null,
  sectors: [],
  themes: [],
  offers: [],
  seeks: [],
  markets: [],
  certifications: [],
  consultingAreas: [],
  languages: [],
  operatingMonths: [],
  modes: [],
  capacity: null,
  fees: null,
  loadLimit: null,
  translations: {},
  offerWritings: [],
  seekWritings: [],
  translatedWritings: [],
  revision: 1,
  ownerId: null,
  checkedAt: AT,
  askedAt: null,
  ...STORED,
  ...changes,
});

const opportunity = (changes: Partial<Opportunity>): Opportunity => ({
  id: 'opportunity',
  organizationId: city.id,
  title: 'Tìm đối tác',
  language: 'vi',
  text: null,
  collaboration: [],
  themes: [],
  markets: [],
  requirements: { languages: [], certifications: [], months: [], capacityMin: null, capacityMax: null },
  deadline: null,
  period: null,
  state: 'published',
  listedAt: AT,
  stateSince: AT,
  publishedAt: AT,
  renewedAt: null,
  endsAt: null,
  isOver: false,
  isOpen: true,
  isRenewable: false,
  heldAt: null,
  lookAskedAt: null,
  closeReason: null,
  filledWithId: null,
  filledWithName: null,
  outcome: null,
  ...STORED,
  ...changes,
});

/** Which of these facts a party has. */
const statedOf = (party: object, facts: readonly string[]): string[] => facts.filter((name) => name in party);

describe('an organization', () => {
  it('without a profile is known by its place and languages alone', () => {
    expect(organizationParty(city, undefined, vocabulary)).toEqual({
      id: city.id,
      organizationId: city.id,
      kind: 'city',
      country: 'VN',
      city: city.id,
      concepts: NO_CONCEPTS,
      languages: ['vi'],
    });
  });

  it('leaves out what it has not stated, and works in its own languages unless it names others', () => {
    const blank = organizationParty(firm, profile({}), vocabulary);
    expect(statedOf(blank, ['months', 'modes', 'capacity'])).toEqual([]);
    expect(blank).toMatchObject({ city: 'busan', languages: ['ko'] });
    const told = organizationParty(
      firm,
      profile({ languages: ['en'], operatingMonths: [4, 5], capacity: { maxGroup: 30 } }),
      vocabulary,
    );
    expect(told).toMatchObject({ languages: ['en'], months: [4, 5], capacity: { max: 30 } });
    const monthly = organizationParty(firm, profile({ capacity: { groupsPerMonth: 4 } }), vocabulary);
    expect(monthly.capacity).toBeUndefined();
  });

  it('is surer of what it ticked than of what it says, and quotes what it says', () => {
    const { concepts } = organizationParty(
      firm,
      profile({ themes: ['thm.smart'], summary: '야간관광 코스를 안내합니다.' }),
      vocabulary,
    );
    const [ticked, said] = ['thm.smart', 'thm.night'].map((id) =>
      concepts.themes.find((theme) => theme.id === id),
    );
    expect(ticked).toEqual({ id: 'thm.smart', kind: 'theme', weight: 1 });
    expect(said).toMatchObject({ evidence: { quote: '야간관광', language: 'ko' } });
    expect(said?.weight).toBeLessThan(1);
  });

  it('brings by what it seeks what follows from that', () => {
    const { concepts } = organizationParty(
      firm,
      profile({ offers: ['col.data_tech'], seeks: ['col.supply'] }),
      vocabulary,
    );
    const offers = Object.fromEntries(concepts.offers.map(({ id, weight }) => [id, weight]));
    expect(offers).toEqual({ 'col.data_tech': 1, 'col.distribution': 0.5 });
  });

  it('seeks at home when it is a city, and where its words say', () => {
    const seeks = { seeks: ['col.supply'], seekText: '다낭의 호텔을 찾습니다.' };
    expect(organizationParty(city, profile(seeks), vocabulary).sought?.countries).toContainEqual(
      expect.objectContaining({ id: 'VN' }),
    );
    const sought = organizationParty(firm, profile(seeks), vocabulary).sought;
    expect(sought?.countries).toEqual([]);
    expect(sought?.cities).toEqual([{ id: city.id, weight: 1 }]);
    expect(sought?.sectors).toContainEqual(expect.objectContaining({ id: 'sec.hotel' }));
  });

  it('advises by its own words only when it offers advice', () => {
    const says = { summary: '치유 과정을 운영합니다.' };
    const areasOf = (kind: 'sme' | 'consultancy', offers: string[]) =>
      organizationParty({ ...firm, kind }, profile({ ...says, offers }), vocabulary).concepts.areas;
    expect(areasOf('sme', [])).toMatchObject([{ id: 'con.wellness', weight: 0.5 }]);
    expect(areasOf('sme', ['col.consulting'])).toMatchObject([{ id: 'con.wellness', weight: 0.7 }]);
    expect(areasOf('consultancy', [])).toMatchObject([{ id: 'con.wellness', weight: 0.7 }]);
  });

  it('is a consultancy by sector without saying so', () => {
    const consultancy: Participant = { ...firm, kind: 'consultancy' };
    const party = organizationParty(
      consultancy,
      profile({ consultingAreas: ['con.halal'], modes: ['remote'] }),
      vocabulary,
    );
    expect(party.concepts.sectors).toEqual([{ id: 'sec.consultancy', weight: 1 }]);
    expect(party.concepts.areas).toMatchObject([{ id: 'con.halal', weight: 1 }]);
    expect(party.modes).toEqual(['remote']);
  });

  it('that is a city is also known by what it has published', () => {
    const published = opportunityParty(
      opportunity({ themes: ['thm.golf'], markets: ['mkt.kr'] }),
      homeOf(city),
      vocabulary,
    );
    const silent = organizationParty(city, undefined, vocabulary);
    expect(withPublished(silent, [])).toBe(silent);
    const known = withPublished(silent, [published]);
    expect(known.concepts.themes).toMatchObject([{ id: 'thm.golf' }]);
    expect(known.concepts.markets).toMatchObject([{ id: 'mkt.kr' }]);
    expect(known.languages).toEqual(['vi']);
  });
});

describe('an opportunity', () => {
  it('that invites buyers has the visit and looks for those who show and those who sell', () => {
    const { concepts } = opportunityParty(
      opportunity({ collaboration: ['col.fam_trip'] }),
      homeOf(city),
      vocabulary,
    );
    expect(concepts.offers).toEqual([{ id: 'col.fam_trip', weight: 1 }]);
    const surely = concepts.seeks.filter(({ weight }) => weight === 1);
    expect(surely.map(({ id }) => id)).toEqual(['col.distribution', 'col.supply']);
  });

  it('looks for partners in the other cities that it names', () => {
    const known = compileVocabulary(new TaxonomyCodes().document, [
      { id: city.id, names: ['Da Nang'] },
      { id: 'tainan', names: ['Tainan'] },
    ]);
    const asks = { collaboration: ['col.product_codev'], text: 'Da Nang và Tainan cùng làm tour.' };
    const { sought } = opportunityParty(opportunity(asks), homeOf(city), known);
    expect(sought?.cities?.map(({ id }) => id)).toEqual(['tainan', city.id]);
  });

  it('that looks for somebody nearby means the next cities too', () => {
    const near = compileVocabulary(new TaxonomyCodes().document, [
      { id: city.id, names: ['Da Nang'], lat: 16.07, lon: 108.22 },
      { id: 'hue', names: ['Hue'], lat: 16.46, lon: 107.6 },
    ]);
    const { sought } = opportunityParty(
      opportunity({ collaboration: ['col.supply'], text: 'Tìm khách sạn lân cận.' }),
      homeOf(city),
      near,
    );
    expect(sought?.cities?.map(({ id }) => id)).toEqual([city.id, 'hue']);
  });

  it('has the conditions that were set, and no others', () => {
    const free = opportunityParty(opportunity({}), homeOf(city), vocabulary);
    expect(statedOf(free, ['requiredLanguages', 'requiredMonths', 'capacity', 'period'])).toEqual([]);
    const bound = opportunityParty(
      opportunity({
        requirements: {
          languages: ['ko'],
          certifications: ['crt.iata'],
          months: [5],
          capacityMin: 20,
          capacityMax: 90,
        },
        period: { from: '2027-05-01', to: '2027-05-31' },
      }),
      homeOf(city),
      vocabulary,
    );
    expect(bound).toMatchObject({
      country: 'VN',
      city: city.id,
      requiredLanguages: ['ko'],
      requiredCertifications: ['crt.iata'],
      requiredMonths: [5],
      capacity: { min: 20 },
      period: { from: '2027-05-01', to: '2027-05-31' },
    });
  });
});

describe('a proposal', () => {
  const proposal: Proposal = {
    id: 'proposal',
    organizationId: 'firm',
    title: '다낭 밤길 안내',
    language: 'ko',
    summary: '야시장을 걷는 앱',
    partnersSought: '호텔을 찾습니다.',
    themes: ['thm.smart'],
    collaboration: ['col.product_codev'],
    sdgTargets: [],
    budget: null,
    period: null,
    state: 'submitted',
    receipt: null,
    call: null,
    reopenedFields: null,
    dueAt: null,
    releasedAt: null,
    ...STORED,
  };

  it('names cities in its own words, and speaks for the organization behind it', () => {
    const proposer = organizationParty(
      firm,
      profile({ languages: ['en', 'ko'], markets: ['mkt.kr'], offers: ['col.data_tech'] }),
      vocabulary,
    );
    const party = proposalParty(proposal, readProposal(proposal, vocabulary), proposer);
    expect(party).toMatchObject({
      kind: 'proposal',
      country: 'KR',
      city: 'busan',
      languages: ['ko', 'en'],
      namedPlaces: [{ id: city.id, evidence: { quote: '다낭', language: 'ko' } }],
    });
    expect(party.concepts.markets.map(({ id }) => id)).toEqual(['mkt.kr']);
    expect(party.concepts.offers.map(({ id }) => id)).toEqual(['col.data_tech', 'col.product_codev']);
    expect(party.sought?.sectors).toContainEqual(expect.objectContaining({ id: 'sec.hotel' }));
  });

  it('stands alone where nothing is known of the organization', () => {
    const party = proposalParty(proposal, readProposal(proposal, vocabulary), undefined);
    expect(party.languages).toEqual(['ko']);
    expect(party.country).toBeUndefined();
  });
});

describe('a consulting request', () => {
  const request: ConsultingRequest = {
    id: 'request',
    organizationId: city.id,
    title: 'Halal food',
    language: 'en',
    text: null,
    areas: ['con.halal'],
    workingLanguages: [],
    mode: 'either',
    budget: null,
    deadline: null,
    confidential: true,
    state: 'submitted',
    submittedAt: AT,
    ...{ kind: 'b2b', goal: null, budgetFrom: null, costBearers: [], namedConsultants: [] },
    ...{ stateSince: AT, dueAt: null, dueIsKnown: true, lateRounds: 0, triagePersonId: null },
    ...{ quotesCloseAt: null, quotesOpenedAt: null, selectedQuoteId: null },
    ...{ answeredCaseId: null, answeredCityId: null },
    ...STORED,
  };

  it('asks for advice, in its own language when it names none to work in', () => {
    const party = requestParty(request, vocabulary);
    expect(party).toMatchObject({ kind: 'consulting_request', languages: ['en'] });
    expect(party.concepts.seeks).toEqual([{ id: 'col.consulting', weight: 1 }]);
    expect([party.requiredLanguages, party.requiredMode]).toEqual([undefined, undefined]);
  });

  it('binds by the languages it names and by a way of working', () => {
    const party = requestParty({ ...request, workingLanguages: ['vi', 'en'], mode: 'onsite' }, vocabulary);
    expect(party).toMatchObject({
      languages: ['vi', 'en'],
      requiredLanguages: ['vi', 'en'],
      requiredMode: 'onsite',
    });
  });
});
