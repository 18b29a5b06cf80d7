import { DomainError } from '#libs/kernel';

/** 409: this client id already names another message of the same sender in this conversation. */
export class ClientIdReused extends DomainError {
  constructor() {
    super('messaging/client-id-reused', 'conflict', {
      detail: 'You already sent another message under this clientMessageId. Choose a new one.',
    });
  }
}

/** 503: more messages wait to be written than this process takes on; nothing was stored. */
export class MessagingOverloaded extends DomainError {
  constructor() {
    super('messaging/overloaded', 'unavailable', {
      detail: 'Too many messages are waiting to be written. This one was not stored; send it again.',
      retryAfterSeconds: 1,
    });
  }
}

/** 503: the database could not be asked, so it is not known whether the message was stored; a retry is safe. */
export class MessageUnconfirmed extends DomainError {
  constructor(cause: unknown) {
    super('messaging/unconfirmed', 'unavailable', {
      detail: 'The message could not be confirmed. Send it again under the same clientMessageId.',
      retryAfterSeconds: 1,
      cause,
    });
  }
}

/** 409: a message is worded anew or deleted by who wrote it within a day, and stays as it is afterwards. */
export class MessageTooOld extends DomainError {
  constructor() {
    super('messaging/too-late', 'conflict', {
      detail: 'A message can be changed for 24 hours after it was sent.',
    });
  }
}
