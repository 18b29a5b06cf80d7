import { defineTransitions } from '#libs/kernel';

export const FILE_STATES = ['uploading', 'scanning', 'clean', 'quarantined', 'not_scanned'] as const;
export type FileState = (typeof FILE_STATES)[number];

/** What is known about malware in a file. `not_scanned`: nobody looked, or has looked yet; people are shown that. */
export type ScanVerdict = 'clean' | 'not_scanned' | 'quarantined';

type FileVerb = 'keep' | 'keepUnscanned' | 'pass' | 'quarantine' | 'skip';

/** How a file comes to rest. One whose content is refused is not kept in any state: its row goes with its bytes. */
export const fileTransitions = defineTransitions<FileState, FileVerb>({
  feature: 'file',
  initial: 'uploading',
  states: FILE_STATES,
  transitions: {
    keep: { from: ['uploading'], to: 'scanning', actor: 'the uploader', event: 'file.stored' },
    keepUnscanned: { from: ['uploading'], to: 'not_scanned', actor: 'the uploader', event: 'file.stored' },
    pass: { from: ['scanning'], to: 'clean', actor: 'the scanner' },
    quarantine: { from: ['scanning'], to: 'quarantined', actor: 'the scanner', event: 'file.quarantined' },
    skip: {
      from: ['scanning'],
      to: 'not_scanned',
      actor: 'the installation, whose scanner was switched off',
    },
  },
});

/** A file whose bytes have arrived and were found to be what its purpose takes. */
export interface StoredFile {
  readonly id: string;
  /** Whose quota it counts against: the organization its uploader acted for. */
  readonly organizationId: string;
  /** The person who uploaded it. */
  readonly createdBy: string;
  /** Name of its {@link FilePurpose}, e.g. `registration-document`. */
  readonly purpose: string;
  /** As people see it: NFC, one line, with an extension that fits the content. */
  readonly name: string;
  /** Told from the content, never from the name: `image/png`. */
  readonly mediaType: string;
  /** Bytes as kept; of a picture those of its re-encoding. */
  readonly size: number;
  /** Of the bytes as kept, in hexadecimal. */
  readonly sha256: string;
  readonly state: FileState;
  readonly scanned: ScanVerdict;
  /** Pixels, of pictures only. */
  readonly width?: number;
  readonly height?: number;
  /** Widths of the smaller versions made so far. */
  readonly variants: readonly number[];
  /** The row it is attached to, e.g. `profile`; null until a feature attached it. */
  readonly ownerType: string | null;
  readonly ownerId: string | null;
  readonly createdAt: Date;
}

/** Whether others than the machinery may have its bytes. */
export const isReady = (state: FileState): boolean => state === 'clean' || state === 'not_scanned';

export function verdictOf(state: FileState): ScanVerdict {
  return state === 'clean' || state === 'quarantined' ? state : 'not_scanned';
}
