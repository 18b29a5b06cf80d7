/** A copy of what TTN holds of a person. */
export interface DataExport {
  readonly id: string;
  readonly state: 'preparing' | 'ready';
  /** Of all parts, once it is ready. */
  readonly bytes: number;
  readonly createdAt: Date;
  readonly readyAt: Date | null;
  /** Until then it can be had. */
  readonly expiresAt: Date;
}

/** For so long a copy can be had. */
export const EXPORT_DAYS = 7;
/** A new one is made no sooner after the last. */
export const EXPORT_PAUSE_MINUTES = 60;
