import type { SeatView } from '#libs/contracts';

/** Somebody who was chosen to be addressed, and the name that stands for them in the draft. */
export interface Mention {
  readonly name: string;
  readonly seat: SeatView;
}

/** What was typed after the `@` the caret stands behind; null where nobody is being called. */
export function callOf(draft: string, caret: number): string | null {
  const found = /(?:^|[\s(])@([^\s@]{0,40})$/u.exec(draft.slice(0, caret));
  return found ? (found[1] ?? '') : null;
}

/** The draft with the call completed to a name, and where the caret goes. */
export function withMention(draft: string, caret: number, name: string): { draft: string; caret: number } {
  const start = draft.slice(0, caret).lastIndexOf('@');
  const head = `${draft.slice(0, start)}@${name} `;
  return { draft: head + draft.slice(caret).trimStart(), caret: head.length };
}

/** Those whose names still stand in the words when they are sent, each once. */
export function keptMentions(body: string, mentions: readonly Mention[]): SeatView[] {
  const kept = mentions.filter(({ name }) => body.includes(`@${name}`)).map(({ seat }) => seat);
  return kept.filter(
    (seat, index) =>
      kept.findIndex(
        ({ personId, organizationId }) =>
          personId === seat.personId && organizationId === seat.organizationId,
      ) === index,
  );
}
