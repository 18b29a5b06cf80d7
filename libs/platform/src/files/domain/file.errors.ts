import { DomainError } from '#libs/kernel';

/** 422: absent, of somebody else, for another purpose, attached elsewhere, not ready or quarantined; one answer for all. */
export class FileUnusable extends DomainError {
  constructor(pointer = '/fileId') {
    super('file/unusable', 'invalid', {
      detail: 'This file cannot be used here. Upload it again for this purpose, and wait until it is ready.',
      errors: [{ pointer, code: 'file/unusable' }],
    });
  }
}
