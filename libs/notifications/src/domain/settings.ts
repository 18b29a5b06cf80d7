import { TYPE_GROUPS, type TypeGroup } from './type-groups.js';

export const CHANNELS = ['app', 'mail', 'push'] as const;
export type Channel = (typeof CHANNELS)[number];

/**
 * How mail about one object follows another: each at once; the first at once and what follows, while it is not read,
 * once a day; everything once a day; or the first at once and nothing more until it is read.
 */
export const MAIL_PACES = ['each', 'first-then-digest', 'digest', 'first-only'] as const;
export type MailChoice = (typeof MAIL_PACES)[number];

/** What a person wants to be told, by which channel and when. Times are of the wall clock where the person is. */
export interface NotificationSettings {
  /** `<group>:<channel>` of what the person does not want. */
  readonly switchedOff: readonly string[];
  readonly pace: MailChoice;
  /** 0 to 23: when the mail of the day comes. */
  readonly digestHour: number;
  /** No mail and no push from then, `22:00`, to then, `07:00`, perhaps on the next day; null: at no time. */
  readonly quiet: { readonly from: string; readonly to: string } | null;
  /** ISO 8601 weekdays, Monday 1, on which there is no mail and no push at all. */
  readonly quietDays: readonly number[];
  /** 0 until the person has chosen something. */
  readonly version: number;
}

export const DEFAULT_SETTINGS: NotificationSettings = {
  switchedOff: [],
  pace: 'first-then-digest',
  digestHour: 8,
  quiet: null,
  quietDays: [],
  version: 0,
};

/** What nobody can switch off: who guards an account must hear of it. */
export function isLocked(group: TypeGroup, channel: Channel): boolean {
  return group === 'security' && channel !== 'push';
}

export function wants({ switchedOff }: NotificationSettings, group: TypeGroup, channel: Channel): boolean {
  return isLocked(group, channel) || !switchedOff.includes(`${group}:${channel}`);
}

/** Whether what is held back comes together once a day; nothing more until it is read leaves nothing to come. */
export function takesDigest({ pace }: NotificationSettings): boolean {
  return pace !== 'first-only';
}

/** All that can be switched off. */
export const SWITCHES: readonly string[] = TYPE_GROUPS.flatMap((group) =>
  CHANNELS.filter((channel) => !isLocked(group, channel)).map((channel) => `${group}:${channel}`),
);
