import type { DemoEntry } from './demo-entry.js';

/** One entry of a city file as the city wrote it, and in English. */
export interface CityFileEntry {
  readonly entry: DemoEntry;
  readonly english: { readonly title: string; readonly text?: string };
}

/** The files of the three demo cities. Resources and seasons are well known; goals, media and dates are made up. */
export const CITY_FILES: Readonly<Record<string, readonly CityFileEntry[]>> = {
  busan: [
    written('resource', '해운대와 광안리', 'Haeundae and Gwangalli', {
      text: '도심과 맞닿은 해변이며 밤에는 광안대교 야경을 함께 볼 수 있습니다.',
      english: 'City beaches with the lights of Gwangan Bridge after dark.',
      codes: ['thm.beach', 'thm.night'],
    }),
    written('resource', '감천문화마을', 'Gamcheon Culture Village', {
      text: '산비탈의 계단식 마을로, 골목 해설을 네 언어로 운영합니다.',
      english: 'A hillside village of stairs and alleys, with guides in four languages.',
      codes: ['thm.urban'],
    }),
    written('season', '봄과 가을 회의 시즌', 'Meeting seasons, spring and autumn', {
      months: [4, 5, 9, 10, 11],
    }),
    written('event', '바닷가 야간 산책 주간', 'Week of night walks by the sea', {
      startsOn: '2027-05-14',
      endsOn: '2027-05-20',
      codes: ['thm.night'],
    }),
    written('medium', '시 관광 채널 뉴스레터', "Newsletter of the city's tourism channel", { reach: 48_000 }),
    written('goal', '숙박을 하루 더 늘리는 야간 상품', 'Products for the night that add one more stay', {
      codes: ['thm.night'],
    }),
  ],
  'da-nang': [
    written('resource', 'Bãi biển Mỹ Khê', 'My Khe beach', { codes: ['thm.beach', 'thm.family'] }),
    written('resource', 'Cụm sân gôn ven biển', 'Golf courses along the coast', {
      text: 'Các sân cách sân bay không quá 45 phút, có người phục vụ nói tiếng Hàn.',
      english: 'Courses within 45 minutes of the airport, with staff who speak Korean.',
      codes: ['thm.golf'],
    }),
    written('season', 'Mùa khô', 'Dry season', { months: [2, 3, 4, 5, 6, 7, 8] }),
    written('event', 'Tuần lễ ẩm thực và âm nhạc đêm', 'Week of food and music at night', {
      startsOn: '2027-06-11',
      endsOn: '2027-06-17',
      codes: ['thm.night', 'thm.gastronomy'],
    }),
    written('medium', 'Màn hình tại nhà ga quốc tế', 'Screens in the international terminal', {
      reach: 310_000,
    }),
    written(
      'goal',
      'Thêm đoàn khen thưởng từ Hàn Quốc trong mùa thấp điểm',
      'More Korean incentive groups in the low season',
      {
        codes: ['thm.incentive'],
      },
    ),
  ],
  'ho-chi-minh-city': [
    written('resource', 'Phố đi bộ Nguyễn Huệ', 'Nguyen Hue walking street', {
      codes: ['thm.night', 'thm.urban'],
    }),
    written('resource', 'Các khu ẩm thực đường phố', 'Street food quarters', { codes: ['thm.street_food'] }),
    written('season', 'Mùa khô và Tết', 'Dry season and Tet', { months: [12, 1, 2, 3, 4] }),
    written('event', 'Lễ hội Sông nước', 'River festival', {
      startsOn: '2027-08-06',
      endsOn: '2027-08-08',
      codes: ['thm.night'],
    }),
    written('medium', 'Bảng quảng cáo trên xe buýt sông', 'Posters on the river buses', { reach: 120_000 }),
    written('goal', 'Hướng dẫn ban đêm bằng năm ngôn ngữ', 'Guides for the night in five languages', {
      codes: ['thm.smart', 'thm.night'],
    }),
  ],
};

interface Details extends Omit<DemoEntry, 'kind' | 'title'> {
  readonly english?: string;
}

function written(
  kind: DemoEntry['kind'],
  title: string,
  english: string,
  { english: text, ...details }: Details,
): CityFileEntry {
  return {
    entry: { kind, title, ...details },
    english: { title: english, ...(text !== undefined && { text }) },
  };
}
