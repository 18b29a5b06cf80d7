import { DomainError } from '#libs/kernel';

/** 422: no installed font has this character, so it would be an empty box on paper. */
export class MissingGlyph extends DomainError {
  constructor(characters: string) {
    const named = [...characters].slice(0, 5).map(codePoint).join(', ');
    super('pdf/missing-glyph', 'invalid', {
      detail: `No installed font has ${named}. Install a font that has it (Debian: fonts-noto-core, fonts-noto-cjk) and name its folder in PDF_FONT_DIRS.`,
    });
  }
}

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** 422: more text than is set in one document. */
export class PdfTooLarge extends DomainError {
  constructor() {
    super('pdf/too-large', 'invalid', { detail: 'There is too much text for one document.' });
  }
}

/** 503: too many documents wait to be set. */
export class PdfBusy extends DomainError {
  constructor() {
    super('pdf/busy', 'unavailable', {
      detail: 'Other documents are being set. Ask again in a few seconds.',
      retryAfterSeconds: 5,
    });
  }
}
