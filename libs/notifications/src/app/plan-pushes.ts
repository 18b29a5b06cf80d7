import { Injectable } from '@nestjs/common';
import type { EventEnvelope } from '#libs/contracts';
import { PersonsReader } from '#libs/identity';
import { Database, type Transaction } from '#libs/platform/database';
import { PushSender } from '#libs/platform/push';
import { defineJob, Timers } from '#libs/platform/queue';
import { PushDeviceRepository } from '../data/push-device.repository.js';
import { isUrgent } from '../domain/notice-rules.js';
import { undisturbedUntil } from '../domain/quiet-hours.js';
import { type NotificationSettings, wants } from '../domain/settings.js';
import { typeGroupOf } from '../domain/type-groups.js';

export interface PushOfNotice {
  readonly noticeId: string;
  readonly deviceId: string;
}

export const SEND_PUSH = defineJob<PushOfNotice>({ name: 'send-push', queue: 'mail', attempts: 6 });

/** One browser in which a person is to be told of an event, and from when on. */
export interface PlannedPush {
  readonly personId: string;
  readonly deviceId: string;
  readonly dueAt: Date;
}

/** In which browsers an event is told, and when: not in quiet hours, but for what is urgent. */
@Injectable()
export class PlanPushes {
  constructor(
    private readonly database: Database,
    private readonly devices: PushDeviceRepository,
    private readonly persons: PersonsReader,
    private readonly sender: PushSender,
  ) {}

  async execute(
    { type }: EventEnvelope,
    personIds: readonly string[],
    settingsOf: (personId: string) => NotificationSettings,
  ): Promise<PlannedPush[]> {
    const group = typeGroupOf(type);
    if (this.sender.publicKey === null || !group) return [];
    const wanting = personIds.filter((id) => wants(settingsOf(id), group, 'push'));
    const devices = wanting.length === 0 ? [] : await this.devices.ofPersons(this.database, wanting);
    if (devices.length === 0) return [];
    const persons = await this.persons.byIds(devices.map(({ personId }) => personId));
    const now = new Date();
    return devices.map(({ id, personId }) => {
      const zone = persons.get(personId)?.timeZone ?? 'UTC';
      const dueAt = isUrgent(type) ? now : undisturbedUntil(settingsOf(personId), zone, now);
      return { personId, deviceId: id, dueAt };
    });
  }

  /** One push for each browser and row of the inbox waits at most: what follows in quiet hours replaces it. */
  async write(tx: Transaction, push: PushOfNotice, dueAt: Date): Promise<void> {
    const key = `push:${push.noticeId}:${push.deviceId}`;
    await Timers.set(tx, SEND_PUSH, { key, dueAt, payload: push });
  }
}
