import { Injectable, Logger } from '@nestjs/common';
import { PrincipalLoader } from '#libs/platform/auth';
import { Database, type Transaction } from '#libs/platform/database';
import { PushGone, PushRefused, PushSender } from '#libs/platform/push';
import { type PushDevice, PushDeviceRepository } from '../data/push-device.repository.js';
import { isUrgent } from '../domain/notice-rules.js';
import { wants } from '../domain/settings.js';
import { typeGroupOf } from '../domain/type-groups.js';
import { NoticesReader, type WrittenNotice } from './notices.reader.js';
import type { PushOfNotice } from './plan-pushes.js';
import { SettingsReader } from './settings.reader.js';

/** `gone`: the browser, or the sign-in it belonged to, is no more; `needless`: read or not wanted meanwhile. */
export type PushOutcome = 'sent' | 'gone' | 'refused' | 'needless';

/**
 * Tells one browser of one row of the inbox. A push that goes out twice, after a crash, shows once: browsers replace
 * what has the same tag.
 */
@Injectable()
export class SendPush {
  private readonly logger = new Logger(SendPush.name);

  constructor(
    private readonly database: Database,
    private readonly devices: PushDeviceRepository,
    private readonly notices: NoticesReader,
    private readonly settings: SettingsReader,
    private readonly sessions: PrincipalLoader,
    private readonly sender: PushSender,
  ) {}

  /** Re-reads the truth, then sends. @throws Error when the push service cannot take it now */
  async execute({ noticeId, deviceId }: PushOfNotice): Promise<{ outcome: PushOutcome; personId?: string }> {
    const device = await this.devices.find(this.database, deviceId);
    if (!device) return { outcome: 'needless' };
    const { personId } = device;
    if ((await this.sessions.load(device.sessionId)) === null) return { outcome: 'gone', personId };
    const notice = await this.wanted(personId, noticeId);
    return { outcome: notice ? await this.send(device, notice) : 'needless', personId };
  }

  /** Forgets a browser that is gone. */
  async write(tx: Transaction, { deviceId }: PushOfNotice, personId: string): Promise<void> {
    if (await this.devices.remove(tx, deviceId, personId))
      tx.audit({ action: 'push-device.expire', entityType: 'push-device', entityId: deviceId });
  }

  /** The row, if it is unread and its person still wants to be told of such things. */
  private async wanted(personId: string, noticeId: string): Promise<WrittenNotice | undefined> {
    const notice = await this.notices.find(personId, noticeId);
    if (notice?.readAt !== null || notice.state !== 'open') return undefined;
    const group = typeGroupOf(notice.type);
    const settings = (await this.settings.of([personId]))(personId);
    return group && wants(settings, group, 'push') ? notice : undefined;
  }

  private async send(device: PushDevice, notice: WrittenNotice): Promise<PushOutcome> {
    const { id, text, path, count, type } = notice;
    const payload = { title: 'TTN', body: text, path, tag: id, count };
    try {
      await this.sender.send(device, payload, { topic: id.replaceAll('-', ''), urgent: isUrgent(type) });
      return 'sent';
    } catch (error) {
      if (error instanceof PushGone) return 'gone';
      if (!(error instanceof PushRefused)) throw error;
      this.logger.warn({ msg: 'A push was refused', deviceId: device.id, reason: error.message });
      return 'refused';
    }
  }
}
