const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
const FINALS = 28;
const MEDIALS = 21;

/** Initial consonants in the order of Unicode, as the keys of a keyboard write them. */
const INITIALS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';

/** Revised Romanization of Korean (Notification 2000-8 of the Ministry of Culture and Tourism), letter by letter. */
const LATIN_INITIALS = ['g', 'kk', 'n', 'd', 'tt', 'r', 'm', 'b', 'pp', 's', 'ss', '', 'j', 'jj', 'ch', 'k', 't', 'p', 'h']; // prettier-ignore
const LATIN_MEDIALS = ['a', 'ae', 'ya', 'yae', 'eo', 'e', 'yeo', 'ye', 'o', 'wa', 'wae', 'oe', 'yo', 'u', 'wo', 'we', 'wi', 'yu', 'eu', 'ui', 'i']; // prettier-ignore
const LATIN_FINALS = ['', 'k', 'k', 'k', 'n', 'n', 'n', 't', 'l', 'k', 'm', 'l', 'l', 'l', 'p', 'l', 'm', 'p', 'p', 't', 't', 'ng', 't', 't', 'k', 't', 'p', 't']; // prettier-ignore

const syllableOf = (character: string): number | undefined => {
  const code = character.charCodeAt(0);
  return code >= FIRST_SYLLABLE && code <= LAST_SYLLABLE ? code - FIRST_SYLLABLE : undefined;
};

/** Whether somebody typed initial consonants alone: `ㅂㅅ`, `ㅎ ㅇㄷ`. */
export function isInitials(query: string): boolean {
  return /^[ㄱ-ㅎ\s]+$/u.test(query) && /[ㄱ-ㅎ]/u.test(query);
}

/** The initial consonants of the syllables of a name: 부산 is `ㅂㅅ`. Empty for a name without Hangul. */
export function initialsOf(name: string): string {
  return [...name.normalize('NFC')]
    .map((character) => {
      const syllable = syllableOf(character);
      return syllable === undefined ? '' : INITIALS.charAt(Math.floor(syllable / (MEDIALS * FINALS)));
    })
    .join('');
}

/**
 * A Korean name in Latin letters, syllable by syllable, without the changes of sound between them: what people type
 * who know the name by ear. Other characters stay. Undefined for a name without Hangul.
 */
export function romanized(name: string): string | undefined {
  let isKorean = false;
  const latin = [...name.normalize('NFC')].map((character) => {
    const syllable = syllableOf(character);
    if (syllable === undefined) return character;
    isKorean = true;
    const initial = Math.floor(syllable / (MEDIALS * FINALS));
    const medial = Math.floor((syllable % (MEDIALS * FINALS)) / FINALS);
    return `${LATIN_INITIALS[initial]}${LATIN_MEDIALS[medial]}${LATIN_FINALS[syllable % FINALS]}`;
  });
  return isKorean ? latin.join('') : undefined;
}
