const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
const SYLLABLES_OF_INITIAL = 588;
const INITIALS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';

/** Whether initial consonants alone were typed: `ㅂㅅ`. */
export function isInitials(typed: string): boolean {
  return /^[ㄱ-ㅎ]+$/.test(typed);
}

/** The initial consonants of the syllables of a text: 알림 is `ㅇㄹ`. Other characters are left out. */
export function initialsOf(text: string): string {
  return [...text.normalize('NFC')]
    .map((character) => {
      const code = character.charCodeAt(0);
      if (code < FIRST_SYLLABLE || code > LAST_SYLLABLE) return '';
      return INITIALS.charAt(Math.floor((code - FIRST_SYLLABLE) / SYLLABLES_OF_INITIAL));
    })
    .join('');
}
