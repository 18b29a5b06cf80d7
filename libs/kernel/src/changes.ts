/**
 * Fields of a content as a change sends them: left out is unchanged, null is cleared. `Kept` names the fields
 * that cannot be cleared.
 */
export type ChangesOf<Content, Kept extends keyof Content> = {
  readonly [Field in keyof Content]?: Field extends Kept ? Content[Field] : Content[Field] | null;
};

/** The value of one field after a change: `kept` when it was not sent, `cleared` when null was sent. */
export function patched<Value>(sent: Value | null | undefined, kept: Value, cleared: Value): Value {
  return sent === undefined ? kept : (sent ?? cleared);
}
