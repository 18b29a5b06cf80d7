/** The mail server refused this very message for good (5xx to its address or its content): never repeat it. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
}
