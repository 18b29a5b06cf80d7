import type { DemoEntry } from './demo-entry.js';
import type { SampleSme } from './sample-records.js';

const MOST_OFFERS = 3;
const MAX_TITLE = 200;

/** What a firm of the sample lists as its offer, phrase by phrase; what it seeks; and the certificates it holds. */
export function entriesOf(
  sme: SampleSme,
  labelOf: (code: string) => string,
): (DemoEntry & { readonly language: string })[] {
  const language = sme.profile_language;
  const offers = phrasesOf(sme.offer_text).slice(0, MOST_OFFERS);
  return [
    ...offers.map((title, index) => ({
      ...({ kind: 'offer', language, title } as const),
      // The kinds of collaboration are declared of the offer as a whole, so they stand with its first part.
      ...(index === 0 && { codes: sme.offers, markets: sme.target_markets }),
    })),
    {
      ...({
        kind: 'seek',
        language,
        title: sme.seek_text.replace(/[.。]\s*$/, '').slice(0, MAX_TITLE),
      } as const),
      ...{ codes: sme.seeks, markets: sme.target_markets },
    },
    ...sme.certifications.map((code, index) => ({
      ...({ kind: 'certification', language: 'en', title: labelOf(code), codes: [code] } as const),
      expiresOn: `${2028 + index}-06-30`,
    })),
  ];
}

function phrasesOf(text: string): string[] {
  return text
    .split(/[,，、;]\s*/)
    .map((phrase) => phrase.replace(/[.。]\s*$/, '').trim())
    .filter((phrase) => phrase !== '')
    .map((phrase) => phrase.slice(0, MAX_TITLE));
}
