import { Injectable } from '@nestjs/common';
import { type PersonAccount, PersonsReader } from '#libs/identity';
import { OrganizationsReader } from '#libs/organizations';
import type { Notice } from '../domain/notice.js';
import { takesDigest } from '../domain/settings.js';
import { SettingsReader } from './settings.reader.js';

/** To whom the mail of the day goes, and where it leads. */
@Injectable()
export class DigestReader {
  constructor(
    private readonly persons: PersonsReader,
    private readonly settings: SettingsReader,
    private readonly organizations: OrganizationsReader,
  ) {}

  /** Undefined when the person wants none any more, mail to them is stopped, or they are gone. */
  async account(personId: string): Promise<PersonAccount | undefined> {
    const settings = (await this.settings.of([personId]))(personId);
    const account = takesDigest(settings) ? await this.persons.account(personId) : undefined;
    return account && !(await this.settings.isStopped(account.email)) ? account : undefined;
  }

  /** The inbox, for the organization that most of it is about. */
  async inboxOf(personId: string, notices: readonly Notice[]): Promise<string> {
    const ids = notices.flatMap(({ organizationId }) => (organizationId === null ? [] : [organizationId]));
    const [membership] = await this.organizations.membershipsOf(personId);
    const id = ids[0] ?? membership?.organizationId;
    const card = id === undefined ? undefined : (await this.organizations.cards([id])).get(id);
    return card ? `/o/${card.slug}/notices` : '/';
  }
}
