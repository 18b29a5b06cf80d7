import PostalMime, { type Attachment, type Email } from 'postal-mime';

/** What a mail server says about one mail it could not deliver, or has (RFC 3464). */
export interface DeliveryReport {
  /** `failed`, `delayed`, `delivered`, … */
  readonly action: string;
  /** RFC 3463: `5.1.1`. */
  readonly status: string;
  /** In the words of the server. */
  readonly reason: string;
}

/** A mail that came in. */
export interface InboundMail {
  /** With its angle brackets; empty when it has none. */
  readonly messageId: string;
  readonly from: string;
  /** Every address it may have been sent to, as its headers say. */
  readonly to: readonly string[];
  /** Plain text; made of the HTML part where there is no other. */
  readonly text: string;
  readonly attachments: number;
  /** Written by a program: out of office, a list, a report. */
  readonly isAutomatic: boolean;
  readonly report: DeliveryReport | null;
}

const ADDRESSED = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'];
const REPORT = 'message/delivery-status';
const NO_MAIL: Pick<Email, 'headers' | 'attachments'> & Partial<Email> = { headers: [], attachments: [] };

/** Reads a raw mail (RFC 5322). Never fails: what is no mail reads as an empty one. */
export async function readMail(raw: Uint8Array): Promise<InboundMail> {
  const mail = await PostalMime.parse(raw, { attachmentEncoding: 'utf8', maxNestingDepth: 30 }).catch(
    () => NO_MAIL,
  );
  const header = (name: string): string[] =>
    mail.headers.filter(({ key }) => key === name).map(({ value }) => value.trim());
  const addressed = [...(mail.to ?? []), ...(mail.cc ?? [])].flatMap(({ address }) => address ?? []);
  return {
    messageId: mail.messageId ?? '',
    from: mail.from?.address ?? '',
    to: [...addressed, ...ADDRESSED.flatMap(header).map((value) => value.replace(/^<|>$/g, ''))],
    text: textOf(mail),
    attachments: mail.attachments.filter(isAttachment).length,
    isAutomatic: isAutomatic(header),
    report: reportOf(mail.attachments),
  };
}

/** Copies of an earlier mail in HTML stand in these, and would come out as one's own words. */
const COPY =
  /<(?:blockquote|div)\b[^<>]*(?:gmail_quote|type="?cite|moz-cite|id="?(?:divRplyFwdMsg|appendonsend))/i;
const UNSEEN = /<(?:style|script|head)\b/i;
const UNSEEN_END = /<\/(?:style|script|head)>/i;
/** Strangers send this: no search here goes over it more than once, nor over more. */
const LONGEST_HTML = 500_000;

function textOf({ text, html }: Partial<Email>): string {
  if (text?.trim()) return text;
  const whole = (html ?? '').slice(0, LONGEST_HTML);
  const copy = whole.search(COPY);
  return withoutUnseen(copy < 0 ? whole : whole.slice(0, copy))
    .replace(/<br\b[^<>]*>|<\/(?:p|div|li|tr|h\d)>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&nbsp;/gi, ' ')
    .replace(/&lt;/gi, '<')
    .replace(/&gt;/gi, '>')
    .replace(/&quot;/gi, '"')
    .replace(/&#39;|&apos;/gi, "'")
    .replace(/&amp;/gi, '&');
}

function withoutUnseen(html: string): string {
  const [first = '', ...others] = html.split(UNSEEN);
  const seen = others.map((part) => {
    const end = part.search(UNSEEN_END);
    return end < 0 ? '' : part.slice(end);
  });
  return [first, ...seen].join('');
}

/** Pictures of a signature are part of the text, and not what somebody wanted to send. */
const isAttachment = ({ disposition, related, mimeType }: Attachment): boolean =>
  disposition !== 'inline' && !related && mimeType !== REPORT && mimeType !== 'message/rfc822';

/** RFC 3834, and what programs do that do not know it. */
function isAutomatic(header: (name: string) => string[]): boolean {
  const auto = header('auto-submitted').some((value) => !/^no\b/i.test(value));
  const bulk = header('precedence').some((value) => /^(bulk|list|junk|auto_reply)$/i.test(value));
  const empty = header('return-path').some((value) => value === '<>' || value === '');
  return auto || bulk || empty || header('x-autoreply').length > 0 || header('list-id').length > 0;
}

function reportOf(attachments: readonly Attachment[]): DeliveryReport | null {
  const part = attachments.find(({ mimeType }) => mimeType === REPORT);
  if (!part) return null;
  const text =
    typeof part.content === 'string'
      ? part.content
      : Buffer.from(part.content as ArrayBuffer).toString('utf8');
  const unfolded = text.replace(/\r\n?/g, '\n').replace(/\n[ \t]+/g, ' ');
  // First what concerns the whole mail, then one group of lines for each recipient: ours have one.
  const field = (name: string): string =>
    new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(unfolded)?.[1]?.trim() ?? '';
  const status = /\d\.\d{1,3}\.\d{1,3}/.exec(field('Status'))?.[0] ?? '';
  const said = field('Diagnostic-Code').replace(/^[^;]*;\s*/, '');
  return { action: field('Action').toLowerCase(), status, reason: said || status };
}
