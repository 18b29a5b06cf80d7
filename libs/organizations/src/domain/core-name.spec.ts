import { coreName } from './core-name.js';

describe('the core of a name', () => {
  it.each([
    ['Haeundae Sky Tours Co., Ltd.', 'haeundae sky tours'],
    ['PT. Bali Jaya Wisata Tbk', 'bali jaya wisata'],
    ['Penang Heritage Sdn. Bhd.', 'penang heritage'],
    ['(주)하나투어', '하나투어'],
    ['㈜ 하나투어', '하나투어'],
    ['주식회사하나투어', '하나투어'],
    ['株式会社 近畿ツーリスト', '近畿ツーリスト'],
    ['广州国际旅行社有限公司', '广州国际旅行社'],
    ['Công ty TNHH Du lịch Đà Nẵng', 'du lich da nang'],
    ['บริษัท ทัวร์ไทย จำกัด (มหาชน)', 'ทัวร์ไทย'],
    ['Limited', 'limited'],
  ])('%s is %s', (name, core) => {
    expect(coreName(name)).toBe(core);
  });
});
