import { emailDomainKey } from './email-domain.js';

describe('the domain behind an address', () => {
  it.each([
    ['kim@busan.go.kr', 'busan.go.kr'],
    ['KIM@Mail.Busan.GO.KR', 'busan.go.kr'],
    ['tours.example.com', 'example.com'],
    ['info@한국관광.한국', 'xn--zb0b8aws432l.xn--3e0b707e'],
    ['info@ｅｘａｍｐｌｅ.jp', 'example.jp'],
    ['minh@tour.com.vn', 'tour.com.vn'],
  ])('%s is %s', (address, domain) => {
    expect(emailDomainKey(address)).toBe(domain);
  });

  it.each([
    'a@gmail.com',
    'a@naver.com',
    'A@VIP.QQ.COM',
    'a@yahoo.co.jp',
    'co.kr',
    'localhost',
    '127.0.0.1',
    '',
  ])('%s belongs to no organization', (address) => {
    expect(emailDomainKey(address)).toBeNull();
  });
});
