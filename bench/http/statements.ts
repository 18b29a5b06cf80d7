import type { Database, Parameter, Reads } from '#libs/platform/database';
import { AliasRepository } from '../../libs/organizations/src/data/alias.repository.js';
import { CountryRepository } from '../../libs/organizations/src/data/country.repository.js';
import { IdentificationRepository } from '../../libs/organizations/src/data/identification.repository.js';
import { MembershipRepository } from '../../libs/organizations/src/data/membership.repository.js';
import { OrganizationRepository } from '../../libs/organizations/src/data/organization.repository.js';
import { PersonRepository } from '../../libs/identity/src/data/person.repository.js';
import { MessageRepository } from '../../libs/messaging/src/data/message.repository.js';

/** Writes down what a repository would ask, and answers nothing. */
class Recorder implements Reads {
  text = '';

  async rows<Row extends object>(text: string, _values?: readonly Parameter[]): Promise<Row[]> {
    this.text = text;
    return [];
  }

  async row<Row extends object>(text: string, values?: readonly Parameter[]): Promise<Row | undefined> {
    return (await this.rows<Row>(text, values))[0];
  }
}

/** The texts of TTN's statements, for the raw server: the very same, so that they cannot drift apart. */
export interface Statements {
  /** `$1, $2` sort key of the last card, `$3` limit, `$4` kind, `$5` country. */
  readonly list: string;
  /** `$1` id. */
  readonly one: string;
  /** `$1` ids of organizations. */
  readonly aliases: string;
  /** `$1` id. */
  readonly identification: string;
  /** `$1` ids of organizations. */
  readonly members: string;
  /** `$1` ids of persons. */
  readonly persons: string;
  readonly countries: string;
  /** Ten arrays, one per column of a message with its audit and outbox rows. */
  readonly write: string;
}

export async function statementsOfTtn(): Promise<Statements> {
  const recorder = new Recorder();
  const textOf = async (ask: (reads: Reads) => Promise<unknown>): Promise<string> => {
    recorder.text = '';
    await ask(recorder);
    if (recorder.text === '') throw new Error('A repository did not ask what the bench expected.');
    return recorder.text;
  };
  const id = '00000000-0000-7000-8000-000000000000';
  const filter = { kinds: ['sme'], countries: ['KR'] };
  const message = {
    ...{ id, eventId: id, conversationId: id, senderId: id, senderOrganizationId: id, clientMessageId: 'a' },
    ...{ body: 'b', language: null, extras: null, requestId: 'c' },
  };
  return {
    list: await textOf((reads) => new OrganizationRepository().list(reads, filter, undefined, 21)),
    one: await textOf((reads) => new OrganizationRepository().byId(reads, id)),
    aliases: await textOf((reads) => new AliasRepository().namesOf(reads, [id])),
    identification: await textOf((reads) => new IdentificationRepository().of(reads, id)),
    members: await textOf((reads) => new MembershipRepository().membersOf(reads, [id])),
    persons: await textOf((reads) => new PersonRepository().cards(reads, [id])),
    countries: await textOf((reads) => new CountryRepository().all(reads)),
    write: await textOf((reads) => new MessageRepository(reads as Database).writeBatch([message])),
  };
}
