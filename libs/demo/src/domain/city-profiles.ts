/** What the three demo cities look for and offer. The member data holds no needs, so these are made up and marked. */
export interface CityProfile {
  readonly city: string;
  readonly language: string;
  readonly summary: string;
  readonly offerText: string;
  readonly seekText: string;
  readonly themes: readonly string[];
  readonly offers: readonly string[];
  readonly seeks: readonly string[];
  readonly markets: readonly string[];
  readonly languages: readonly string[];
}

export const CITY_PROFILES: readonly CityProfile[] = [
  {
    city: 'busan',
    language: 'ko',
    summary: '바다와 야경, 국제회의를 함께 즐기는 항구 도시입니다. (시연용으로 작성한 소개입니다.)',
    offerText: '관광공사 채널을 통한 공동 홍보, 팸투어 운영, 다국어 관광 데이터 제공',
    seekText:
      '야간 관광과 스마트 안내 실증, 무장애 여행 상품, 동남아시아 기업 포상단을 함께 유치할 중소 여행사를 찾습니다.',
    themes: [
      'thm.night',
      'thm.smart',
      'thm.mice',
      'thm.incentive',
      'thm.accessible',
      'thm.cruise',
      'thm.film',
    ],
    offers: ['col.joint_marketing', 'col.fam_trip', 'col.data_tech', 'col.media', 'col.info_exchange'],
    seeks: ['col.product_codev', 'col.data_tech', 'col.distribution', 'col.info_exchange'],
    markets: ['mkt.vn', 'mkt.id', 'mkt.jp', 'mkt.cn'],
    languages: ['ko', 'en', 'ja', 'zh-Hans'],
  },
  {
    city: 'da-nang',
    language: 'vi',
    summary:
      'Thành phố biển của miền Trung, điểm đến của du lịch hội nghị, gôn và nghỉ dưỡng. (Hồ sơ soạn cho bản trình diễn.)',
    offerText: 'Hỗ trợ đoàn khảo sát, quảng bá chung trên kênh của thành phố, địa điểm tổ chức sự kiện',
    seekText:
      'Tìm doanh nghiệp Hàn Quốc và Nhật Bản đưa khách gôn, đoàn khen thưởng và sản phẩm đêm đến thành phố.',
    themes: ['thm.beach', 'thm.golf', 'thm.mice', 'thm.incentive', 'thm.night', 'thm.wellness', 'thm.family'],
    offers: ['col.fam_trip', 'col.joint_marketing', 'col.supply', 'col.info_exchange'],
    seeks: ['col.distribution', 'col.product_codev', 'col.series', 'col.joint_marketing'],
    markets: ['mkt.kr', 'mkt.jp', 'mkt.in', 'mkt.th'],
    languages: ['vi', 'en', 'ko'],
  },
  {
    city: 'ho-chi-minh-city',
    language: 'vi',
    summary:
      'Trung tâm du lịch và sự kiện của miền Nam, ẩm thực đường phố và đời sống về đêm. (Hồ sơ soạn cho bản trình diễn.)',
    offerText:
      'Dữ liệu lượng khách, phương tiện truyền thông của thành phố, thử nghiệm dịch vụ tại phố đi bộ',
    seekText:
      'Tìm đối tác công nghệ hướng dẫn ban đêm bằng nhiều ngôn ngữ và sản phẩm ẩm thực cho khách Đông Bắc Á.',
    themes: [
      'thm.night',
      'thm.smart',
      'thm.gastronomy',
      'thm.street_food',
      'thm.incentive',
      'thm.shopping',
      'thm.urban',
    ],
    offers: ['col.data_tech', 'col.media', 'col.event_cohost', 'col.info_exchange'],
    seeks: ['col.data_tech', 'col.product_codev', 'col.distribution', 'col.media'],
    markets: ['mkt.kr', 'mkt.jp', 'mkt.tw', 'mkt.au'],
    languages: ['vi', 'en', 'zh-Hans'],
  },
];
