/** What an organization is recognised by, beside its names. */
export interface Identification {
  /** As the country's register writes it. */
  readonly registrationNumber: string | null;
  readonly website: string | null;
  /** Of its people's addresses. */
  readonly emailDomain: string | null;
}

/** Undefined leaves a field alone, null clears it. */
export type IdentificationChanges = Partial<Identification>;

/** Why two organizations may be one. */
export type DuplicateReason = 'registration-number' | 'email-domain' | 'name';

export interface Duplicate {
  readonly organizationId: string;
  readonly because: DuplicateReason;
  /** What they have in common, as the known organization writes it. */
  readonly matched: string;
  /** 1 is equal; names may be less alike. */
  readonly likeness: number;
}
