/** Providers whose addresses say nothing about an employer. */
const PUBLIC_PROVIDERS: ReadonlySet<string> = new Set(
  `126.com 139.com 163.com 189.cn aliyun.com aol.com daum.net docomo.ne.jp duck.com email.com ezweb.ne.jp
  fastmail.com fpt.vn gmail.com gmx.com gmx.de gmx.net googlemail.com hanmail.net hotmail.co.jp hotmail.co.kr
  hotmail.com icloud.com kakao.com korea.com live.com mac.com mail.com mail.ru me.com mopera.net msn.com nate.com
  naver.com outlook.co.th outlook.com outlook.jp outlook.kr pm.me proton.me protonmail.com qq.com rocketmail.com
  rediffmail.com sina.cn sina.com sohu.com softbank.ne.jp tutanota.com vip.qq.com walla.co.il yandex.com yandex.ru
  yahoo.co.id yahoo.co.in yahoo.co.jp yahoo.co.kr yahoo.co.th yahoo.com yahoo.com.cn yahoo.com.hk yahoo.com.ph
  yahoo.com.sg yahoo.com.tw yahoo.com.vn yeah.net ymail.com zoho.com`.split(/\s+/),
);

/** Second-level labels under which countries give names away: `busan.go.kr`, `hanoi.gov.vn`. */
const SHARED_LABELS = new Set('ac co com edu go gob gov mil ne net nom or org re pe web'.split(' '));

/**
 * The domain of an organization behind an address or a domain: lower case, in Punycode, without the host names
 * before it (`mail.busan.go.kr` is `busan.go.kr`). Null when it is none, or a public mail provider's.
 */
export function emailDomainKey(addressOrDomain: string): string | null {
  const host = asciiHost(addressOrDomain.slice(addressOrDomain.lastIndexOf('@') + 1));
  if (host === null || PUBLIC_PROVIDERS.has(host)) return null;
  const labels = host.split('.');
  const [second = '', top = ''] = labels.slice(-2);
  const own = labels.slice(top.length === 2 && SHARED_LABELS.has(second) ? -3 : -2);
  const domain = own.join('.');
  return own.length < 2 || PUBLIC_PROVIDERS.has(domain) || isShared(own) ? null : domain;
}

/** `co.kr` alone belongs to nobody. */
const isShared = ([first = '', ...rest]: readonly string[]): boolean =>
  rest.length === 1 && rest[0]?.length === 2 && SHARED_LABELS.has(first);

/** As the name system knows it; null when it is no name of a host. */
function asciiHost(text: string): string | null {
  const address = `http://${text.trim().normalize('NFKC')}`;
  const host = URL.canParse(address) ? new URL(address).hostname.replace(/\.$/, '') : '';
  return /^(?!-)([a-z0-9-]+\.)+(?!\d+$)[a-z0-9-]{2,}$/.test(host) ? host : null;
}
