/** Syllables of the modified Hepburn romanization, the longest first; long vowels are left out afterwards. */
const SYLLABLES: Readonly<Record<string, string>> = {
  きゃ: 'kya', きゅ: 'kyu', きょ: 'kyo', しゃ: 'sha', しゅ: 'shu', しょ: 'sho', ちゃ: 'cha', ちゅ: 'chu', ちょ: 'cho',
  にゃ: 'nya', にゅ: 'nyu', にょ: 'nyo', ひゃ: 'hya', ひゅ: 'hyu', ひょ: 'hyo', みゃ: 'mya', みゅ: 'myu', みょ: 'myo',
  りゃ: 'rya', りゅ: 'ryu', りょ: 'ryo', ぎゃ: 'gya', ぎゅ: 'gyu', ぎょ: 'gyo', じゃ: 'ja', じゅ: 'ju', じょ: 'jo',
  びゃ: 'bya', びゅ: 'byu', びょ: 'byo', ぴゃ: 'pya', ぴゅ: 'pyu', ぴょ: 'pyo',
  ふぁ: 'fa', ふぃ: 'fi', ふぇ: 'fe', ふぉ: 'fo', てぃ: 'ti', でぃ: 'di', うぃ: 'wi', うぇ: 'we', うぉ: 'wo', しぇ: 'she',
  じぇ: 'je', ちぇ: 'che', ゔぁ: 'va', ゔぃ: 'vi', ゔぇ: 've', ゔぉ: 'vo', ゔ: 'vu',
  あ: 'a', い: 'i', う: 'u', え: 'e', お: 'o', か: 'ka', き: 'ki', く: 'ku', け: 'ke', こ: 'ko',
  さ: 'sa', し: 'shi', す: 'su', せ: 'se', そ: 'so', た: 'ta', ち: 'chi', つ: 'tsu', て: 'te', と: 'to',
  な: 'na', に: 'ni', ぬ: 'nu', ね: 'ne', の: 'no', は: 'ha', ひ: 'hi', ふ: 'fu', へ: 'he', ほ: 'ho',
  ま: 'ma', み: 'mi', む: 'mu', め: 'me', も: 'mo', や: 'ya', ゆ: 'yu', よ: 'yo',
  ら: 'ra', り: 'ri', る: 'ru', れ: 're', ろ: 'ro', わ: 'wa', ゐ: 'i', ゑ: 'e', を: 'o', ん: 'n',
  が: 'ga', ぎ: 'gi', ぐ: 'gu', げ: 'ge', ご: 'go', ざ: 'za', じ: 'ji', ず: 'zu', ぜ: 'ze', ぞ: 'zo',
  だ: 'da', ぢ: 'ji', づ: 'zu', で: 'de', ど: 'do', ば: 'ba', び: 'bi', ぶ: 'bu', べ: 'be', ぼ: 'bo',
  ぱ: 'pa', ぴ: 'pi', ぷ: 'pu', ぺ: 'pe', ぽ: 'po',
}; // prettier-ignore
const KATAKANA_TO_HIRAGANA = 0x60;

/**
 * Kana of either kind and width in Latin letters, as Japanese names are written on passports and signs: long vowels
 * are not marked (おおさか is `osaka`). Undefined for anything that is not kana alone.
 */
export function romanizedKana(text: string): string | undefined {
  const plain = text.normalize('NFKC').replace(/\s+/gu, '');
  if (!/^[ぁ-ゖァ-ヺー]+$/u.test(plain)) return undefined;
  const hiragana = plain.replace(/[ァ-ヶ]/gu, (kana) =>
    String.fromCharCode(kana.charCodeAt(0) - KATAKANA_TO_HIRAGANA),
  );
  let latin = '';
  for (let at = 0; at < hiragana.length;) {
    const two = SYLLABLES[hiragana.slice(at, at + 2)];
    latin += two ?? SYLLABLES[hiragana.charAt(at)] ?? hiragana.charAt(at);
    at += two === undefined ? 1 : 2;
  }
  return latin
    .replace(/っ(?=ch)/gu, 't')
    .replace(/っ([a-z])/gu, '$1$1')
    .replace(/[^a-z]/gu, '')
    .replace(/ou|oo/gu, 'o')
    .replace(/uu/gu, 'u');
}
