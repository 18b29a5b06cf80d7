import type { MatchView } from '../../components/match-view.js';

/** Cards that show every part at once; the organizations are those of the fictional demo data. */
export const KIT_MATCHES: readonly MatchView[] = [
  {
    id: 'kit-1',
    counterpart: {
      id: 'kit-city',
      name: 'Da Nang',
      nativeName: 'Đà Nẵng',
      nativeLanguage: 'vi',
      kind: 'city',
      country: 'Viet Nam',
    },
    object: {
      type: 'opportunity',
      id: 'kit-opportunity',
      title: 'Gói gôn kết hợp hội nghị cho khách Hàn Quốc',
      language: 'vi',
    },
    fit: 'strong',
    state: 'suggested',
    reasons: [
      {
        code: 'offer_meets_need',
        facts: {
          ours: [
            {
              type: 'offer',
              value: 'col.series',
              label: 'Charter and series programme',
              quote: '전세기 좌석 소진, 골프 동호회 대상 판매',
              language: 'ko',
            },
          ],
          theirs: [{ type: 'seek', value: 'col.series', label: 'Charter and series programme' }],
        },
      },
      {
        code: 'themes_in_common',
        facts: {
          ours: [
            { type: 'theme', value: 'thm.golf', label: 'Golf tourism' },
            { type: 'theme', value: 'thm.group', label: 'Group package tours' },
          ],
          theirs: [
            {
              type: 'theme',
              value: 'thm.golf',
              label: 'Golf tourism',
              quote: 'chơi gôn buổi sáng',
              language: 'vi',
            },
            { type: 'theme', value: 'thm.mice', label: 'MICE tourism' },
          ],
        },
      },
      {
        code: 'language_shared',
        facts: {
          ours: [
            { type: 'language', value: 'ko', label: 'Korean' },
            { type: 'language', value: 'vi', label: 'Vietnamese' },
          ],
          theirs: [{ type: 'language', value: 'ko', label: 'Korean' }],
        },
      },
    ],
    unmet: [],
  },
  {
    id: 'kit-2',
    counterpart: {
      id: 'kit-sme',
      name: 'Nurigyeol Golf Tour',
      nativeName: '누리결골프투어',
      nativeLanguage: 'ko',
      kind: 'sme',
      country: 'Republic of Korea',
      fictional: true,
    },
    object: { type: 'proposal', id: 'kit-proposal', title: '다섯 도시 밤길 음성안내', language: 'ko' },
    fit: 'good',
    state: 'interest-received',
    reasons: [
      {
        code: 'named_in_text',
        facts: {
          ours: [{ type: 'city', value: 'busan', label: 'Busan' }],
          theirs: [{ type: 'city', value: 'busan', label: 'Busan', quote: '부산', language: 'ko' }],
        },
      },
      {
        code: 'themes_in_common',
        facts: {
          ours: [{ type: 'theme', value: 'thm.smart', label: 'Smart tourism' }],
          theirs: [{ type: 'theme', value: 'thm.night', label: 'Night tourism' }],
        },
      },
    ],
    unmet: [
      {
        code: 'season_closed',
        facts: { ours: [], theirs: [{ type: 'month', value: 1, label: 'January' }] },
      },
    ],
  },
];
