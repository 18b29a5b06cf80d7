/** What begins the copy of an earlier mail below an answer, as mail programs write it. Each ends what is one's own. */
const BEGINNINGS: readonly RegExp[] = [
  /^-{2,}\s*(original message|forwarded message|원본 메시지|원본 메일|전달된 메시지|original-nachricht|message d'origine)\s*-{2,}$/i,
  /^_{10,}$/,
  // "On Tue, 3 Mar 2026 at 10:00, TTN <…> wrote:", also broken over two lines, and "2026년 3월 3일 (화) …님이 작성:"
  /^on\b.{6,200}\bwrote:$/i,
  /^\d{4}년 .{4,200}(작성|썼습니다|쓴 글)\s*:?$/,
  /^.{4,200}<[^\s<>@]{1,100}@[^\s<>@]{1,200}>\s*(님이 작성|wrote|schrieb|a écrit|写道|viết|のメール)\s*:?$/i,
];
/** The head of a copied mail: two such lines in a row, so that "From: the harbour" stays. */
const COPIED_HEAD = /^(from|sent|to|subject|date|보낸 ?사람|보낸 ?날짜|받는 ?사람|제목|날짜)\s*:\s*\S/i;
const SIGNATURE = /^-- ?$/;
const QUOTED = /^\s{0,9}>/;

/** No message is that long, and no such line that wide: what strangers send is not searched beyond. */
const LONGEST = 50_000;
const WIDEST = 500;

/**
 * What somebody wrote themselves in answer to a mail: without the copy of that mail, quoted lines, and the signature
 * below `-- `. Empty when nothing is left.
 */
export function ownWords(text: string): string {
  const lines = text.slice(0, LONGEST).replace(/\r\n?/g, '\n').split('\n');
  const end = lines.findIndex((_, index) => isEnd(lines, index));
  const own = (end < 0 ? lines : lines.slice(0, end)).filter((line) => !QUOTED.test(line));
  return own
    .map((line) => line.replace(/[\u00a0\u200b\ufeff]/g, ' ').trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function isEnd(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? '';
  if (line.length > WIDEST) return false;
  if (SIGNATURE.test(line)) return true;
  const bare = line.trim().replace(/^[*]+|[*]+$/g, '');
  const next = (lines[index + 1] ?? '').slice(0, WIDEST).trim();
  if (BEGINNINGS.some((beginning) => beginning.test(bare) || beginning.test(`${bare} ${next}`)))
    return bare !== '';
  return COPIED_HEAD.test(bare) && COPIED_HEAD.test(next.replace(/^[*]+/, ''));
}
