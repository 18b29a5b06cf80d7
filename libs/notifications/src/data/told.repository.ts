import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';

/** Everything one person was ever told. */
@Injectable()
export class ToldRepository {
  /** Oldest first. */
  async notices(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(NOTICES, [personId]);
  }

  /** Oldest first; the texts hold no links. */
  async mails(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(MAILS, [personId]);
  }

  /** Browsers in which the person is told; their keys are of no use to anybody. */
  async pushDevices(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(PUSH_DEVICES, [personId]);
  }

  /** What the person has chosen to be told; undefined when nothing. */
  async settings(reads: Reads, personId: string): Promise<object | undefined> {
    return reads.row(SETTINGS, [personId]);
  }

  /** Mails to the address of the person before it was theirs, such as invitations, go as well. */
  async removeAll(tx: Transaction, personId: string): Promise<void> {
    await tx.execute('delete from notice_event where person_id = $1', [personId]);
    await tx.execute('delete from notice_answer where whose = $1', [personId]);
    await tx.execute('delete from push_device where person_id = $1', [personId]);
    await tx.execute('delete from open_line where person_id = $1', [personId]);
    await tx.execute('delete from notification_settings where person_id = $1', [personId]);
    await tx.execute(REMOVE_STOPPED, [personId]);
    await tx.execute('delete from notice where person_id = $1', [personId]);
    await tx.execute(REMOVE_MAILS, [personId]);
  }
}

const NOTICES = `
  select id, type, organization_id as "organizationId", object_type as "objectType", object_id as "objectId",
    inbox as "group", state, snoozed_until as "snoozedUntil", count, created_at as "createdAt", told_at as "toldAt",
    read_at as "readAt"
  from notice where person_id = $1 order by id`;

const MAILS = `
  select id, template, language, to_address as "to", subject, text, state, created_at as "createdAt",
    sent_at as "sentAt"
  from mail where person_id = $1 order by id`;

const PUSH_DEVICES = `
  select label, created_at as "addedAt" from push_device where person_id = $1 order by id`;

const SETTINGS = `
  select switched_off as "switchedOff", pace, digest_hour as "digestHour", quiet_from as "quietFrom",
    quiet_to as "quietTo", quiet_days as "quietDays", updated_at as "updatedAt"
  from notification_settings where person_id = $1`;

const FOLDED = 'lower(normalize(to_address, NFKC))';

const REMOVE_STOPPED = `
  delete from stopped_address where address in (select lower(normalize(to_address, NFKC)) from mail where person_id = $1)`;

const REMOVE_MAILS = `
  delete from mail where person_id = $1
    or person_id is null and ${FOLDED} in (select ${FOLDED} from mail where person_id = $1)`;
