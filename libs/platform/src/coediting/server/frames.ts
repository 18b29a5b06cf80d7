import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** Kinds of frames of the Hocuspocus protocol that a client may send here; its broadcasts are not among them. */
export const FRAME = { sync: 0, presence: 1, auth: 2, askPresence: 3, syncReply: 4, close: 7 } as const;
const KNOWN: ReadonlySet<number> = new Set(Object.values(FRAME));
const SYNC_STEP_2 = 1;
const SYNC_UPDATE = 2;

export interface Frame {
  readonly documentName: string;
  readonly type: number;
  /** Where the body begins. */
  readonly body: decoding.Decoder;
}

/** The head of a frame, or null for what nobody should have sent. */
export function readFrame(data: Uint8Array): Frame | null {
  try {
    const body = decoding.createDecoder(data);
    const documentName = decoding.readVarString(body);
    const type = decoding.readVarUint(body);
    return KNOWN.has(type) ? { documentName, type, body } : null;
  } catch {
    return null;
  }
}

/** What a frame would change of the document. `whole`: all that the sender has and the server may lack. */
export interface ChangeFrame {
  readonly update: Uint8Array;
  readonly whole: boolean;
}

/**
 * The change in a frame, or null when it brings none.
 *
 * @throws Error when the frame breaks off
 */
export function changeOf(data: Uint8Array): ChangeFrame | null {
  const frame = readFrame(data);
  if (!frame || (frame.type !== FRAME.sync && frame.type !== FRAME.syncReply)) return null;
  const step = decoding.readVarUint(frame.body);
  if (step !== SYNC_STEP_2 && step !== SYNC_UPDATE) return null;
  return { update: decoding.readVarUint8Array(frame.body), whole: step === SYNC_STEP_2 };
}

/** A presence frame with another body. */
export function presenceFrame(documentName: string, update: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, documentName);
  encoding.writeVarUint(encoder, FRAME.presence);
  encoding.writeVarUint8Array(encoder, update);
  return encoding.toUint8Array(encoder);
}
