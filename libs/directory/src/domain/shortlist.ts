/** One organization on a shortlist, with why it is there. */
export interface ShortlistEntry {
  readonly organizationId: string;
  readonly note: string | null;
  readonly addedBy: string;
  readonly addedAt: Date;
}

/** Organizations collected by and for the people of one organization. */
export interface Shortlist {
  readonly id: string;
  readonly organizationId: string;
  readonly createdBy: string;
  readonly name: string;
  readonly note: string | null;
  /** In the order they were added. */
  readonly entries: readonly ShortlistEntry[];
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
