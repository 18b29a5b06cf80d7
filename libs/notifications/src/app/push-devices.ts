import { Injectable } from '@nestjs/common';
import { type Actor, InvalidInput, NotFound } from '#libs/kernel';
import { Database, newId, UnitOfWork } from '#libs/platform/database';
import { PushSender, type PushTarget } from '#libs/platform/push';
import { type PushDevice, PushDeviceRepository } from '../data/push-device.repository.js';
import { PushUnavailable } from '../domain/notifications.errors.js';

/** A browser more sends the one that was added first away. */
const MOST_DEVICES = 20;

export interface OwnPush {
  /** For browsers that subscribe; null where this installation pushes nothing. */
  readonly publicKey: string | null;
  readonly devices: readonly (PushDevice & { readonly isThis: boolean })[];
}

/** A person says in which browsers they want to be told. */
@Injectable()
export class PushDevices {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly devices: PushDeviceRepository,
    private readonly sender: PushSender,
  ) {}

  async own({ personId, sessionId }: Actor): Promise<OwnPush> {
    const devices = await this.devices.ofPersons(this.database, [personId]);
    return {
      publicKey: this.sender.publicKey,
      devices: devices.map((device) => ({ ...device, isThis: device.sessionId === sessionId })),
    };
  }

  /** Errors: push/unavailable, push/unknown-service (422). */
  async add(actor: Actor, { label, ...target }: PushTarget & { readonly label: string }): Promise<void> {
    if (this.sender.publicKey === null) throw new PushUnavailable();
    if (!this.sender.knows(target.endpoint))
      throw new InvalidInput(
        [{ pointer: '/endpoint', code: 'push/unknown-service' }],
        'push/unknown-service',
      );
    const { personId, sessionId } = actor;
    await this.unitOfWork.run(actor, async (tx) => {
      const id = await this.devices.save(tx, { id: newId(), personId, sessionId, label, ...target });
      await this.devices.keepLatest(tx, personId, MOST_DEVICES);
      tx.audit({ action: 'push-device.add', entityType: 'push-device', entityId: id });
    });
  }

  /** Errors: request/not-found, also for somebody else's. */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      if (!(await this.devices.remove(tx, id, actor.personId))) throw new NotFound();
      tx.audit({ action: 'push-device.remove', entityType: 'push-device', entityId: id });
    });
  }
}
