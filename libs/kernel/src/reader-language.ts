const DEFAULT = 'en';

interface Wish {
  readonly tag: string;
  readonly quality: number;
}

/**
 * The best of `offered` for an Accept-Language header (RFC 9110 §12.5.4, looked up as in RFC 4647 §3.4): a tag is
 * shortened from the right until it is offered, so that `zh-Hant-TW` finds `zh-Hant` and `ko-KR` finds `ko`.
 * English when nothing fits.
 */
export function readerLanguage(header: string | undefined, offered: readonly string[]): string {
  for (const { tag } of wishesIn(header ?? '')) {
    for (let parts = expanded(tag).split('-'); parts.length > 0; parts = parts.slice(0, -1)) {
      const found = offered.find((language) => language.toLowerCase() === parts.join('-').toLowerCase());
      if (found) return found;
    }
  }
  return DEFAULT;
}

/** Most wanted first; those of equal quality as they were written. */
function wishesIn(header: string): Wish[] {
  return header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim());
      const quality = parameters.find((parameter) => /^q=/i.test(parameter))?.slice(2);
      return { tag, quality: quality === undefined ? 1 : Number(quality) || 0 };
    })
    .filter(({ tag, quality }) => /^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(tag) && quality > 0)
    .sort((a, b) => b.quality - a.quality);
}

/** Chinese is written by script: browsers say `zh-CN` and `zh-TW`, labels are kept as `zh-Hans` and `zh-Hant`. */
function expanded(tag: string): string {
  if (!/^zh\b/i.test(tag) || /-han[st]\b/i.test(tag)) return tag;
  return /-(tw|hk|mo)\b/i.test(tag) ? 'zh-Hant' : 'zh-Hans';
}
