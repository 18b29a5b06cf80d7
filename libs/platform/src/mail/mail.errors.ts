/** The mail server refused this very message for good (5xx to its address or its content): never repeat it. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';

  /** @param addressUnknown it was the address that was refused, not what the mail says */
  constructor(
    message: string,
    readonly addressUnknown: boolean,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
