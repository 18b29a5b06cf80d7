/** The purpose under which the API takes files of messages. */
export const ATTACHMENT = 'message-attachment';
