import { codePoints, isStorable } from '#libs/kernel';
import { FileNameInvalid } from './file.errors.js';

const MAX_NAME = 200;
/** Control characters, line ends, what turns the direction of the rest or hides in it, and what parts folders. */
const FORBIDDEN = /[\p{Cc}\u2028\u2029\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd/\\]/u;
const VISIBLE = /[\p{L}\p{N}\p{S}]/u;

/** Extensions by media type; the first is added where a name has none of them. */
const EXTENSIONS: Readonly<Record<string, readonly string[]>> = {
  'image/jpeg': ['jpg', 'jpeg', 'jfif'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'application/pdf': ['pdf'],
  'application/zip': ['zip'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/vnd.oasis.opendocument.presentation': ['odp'],
};

/**
 * The name as it is kept: NFC, so that one name has one spelling, and without spaces around it.
 *
 * @throws FileNameInvalid 422
 */
export function tidyFileName(given: string): string {
  if (!isStorable(given)) throw new FileNameInvalid();
  const name = given.normalize('NFC').trim();
  if (FORBIDDEN.test(name) || !VISIBLE.test(name) || codePoints(name) > MAX_NAME) throw new FileNameInvalid();
  return name;
}

/** The name with an extension that fits the content: `setup.exe` of a picture becomes `setup.exe.png`. */
export function fittingName(name: string, mediaType: string): string {
  const extensions = EXTENSIONS[mediaType];
  const [extension] = extensions ?? [];
  const given = /\.([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase();
  if (!extensions || extension === undefined || (given !== undefined && extensions.includes(given)))
    return name;
  const room = MAX_NAME - extension.length - 1;
  return `${[...name].slice(0, room).join('')}.${extension}`;
}

/** `Content-Disposition` by RFC 6266: a plain name for old clients, the true one for all others. */
export function contentDisposition(how: 'inline' | 'attachment', name: string): string {
  const plain = name.normalize('NFKD').replace(/[^\x20-\x7e]|["%\\;]/g, '_');
  const written = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${plain}"; filename*=UTF-8''${written}`;
}
