import { RICH_TEXT_HEADINGS, RICH_TEXT_LINK } from '#libs/contracts';
import type { Extensions } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret';
import { StarterKit } from '@tiptap/starter-kit';
import type { Writing } from './writing.js';
import { writerColor } from './writer-color.js';

type Levels = (1 | 2 | 3 | 4 | 5 | 6)[];

/** What a section may hold: the table of contracts, which the server holds every text against. */
export function sectionExtensions(
  writing: Writing,
  field: string,
  person: { id: string; displayName: string },
): Extensions {
  return [
    StarterKit.configure({
      code: false,
      codeBlock: false,
      horizontalRule: false,
      trailingNode: false,
      undoRedo: false, // Collaboration takes back one's own changes alone.
      heading: { levels: [...RICH_TEXT_HEADINGS] as Levels },
      link: {
        openOnClick: false,
        defaultProtocol: 'https',
        isAllowedUri: (uri) => RICH_TEXT_LINK.test(uri),
        HTMLAttributes: { rel: 'noopener noreferrer nofollow', target: '_blank' },
      },
    }),
    Collaboration.configure({ document: writing.document, field }),
    CollaborationCaret.configure({
      provider: writing.provider,
      user: { personId: person.id, name: person.displayName, color: writerColor(person.id) },
    }),
  ];
}
