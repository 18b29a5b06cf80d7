import { Injectable } from '@nestjs/common';
import { type Actor, type FieldError, NotFound } from '#libs/kernel';
import { CountriesReader, OrganizationsReader } from '#libs/organizations';
import { Database, type Reads, type Transaction } from '#libs/platform/database';
import { TaxonomyCodes } from '#libs/vocabulary';
import { CallRepository } from '../data/call.repository.js';
import type { Call } from '../domain/call.js';
import { TermsRefused } from '../domain/call.errors.js';
import { may } from '../domain/call.policy.js';
import { checkCall } from '../domain/call-check.js';
import type { CallContent } from '../domain/call-terms.js';
import { checkChange, isOver } from '../domain/change-check.js';
import { CallAccess } from './call-access.js';

/** What keeps a call from being published, or its new terms from taking the place of the old ones. */
@Injectable()
export class CallCheckReader {
  constructor(
    private readonly database: Database,
    private readonly access: CallAccess,
    private readonly calls: CallRepository,
    private readonly organizations: OrganizationsReader,
    private readonly countries: CountriesReader,
    private readonly codes: TaxonomyCodes,
  ) {}

  /** The check list of a call for those who run it. */
  async of(actor: Actor, id: string): Promise<FieldError[]> {
    const call = await this.access.load(actor, 'read', id);
    if (!may(actor, 'update', call)) throw new NotFound();
    return this.findings(this.database, call, call.content, await this.calls.now(this.database));
  }

  /** @throws TermsRefused 422 */
  async pass(tx: Transaction, call: Call, content: CallContent): Promise<void> {
    const now = await this.calls.now(tx);
    const refusals = await this.findings(tx, call, content, now);
    if (call.number > 0) refusals.push(...checkChange(call, content, now));
    if (refusals.length > 0) throw new TermsRefused(refusals);
  }

  /** What is wrong with `content` as that of `call`. */
  private async findings(reads: Reads, call: Call, content: CallContent, now: Date): Promise<FieldError[]> {
    const stagesOver = call.content.stages
      .filter((stage) => call.number > 0 && isOver(stage, now))
      .map(({ key }) => key);
    const { organizationId } = call;
    return [
      ...checkCall(content, { organizationId, now, stagesOver }),
      ...this.unknownThemes(content),
      ...(await this.unknownDeciders(reads, content)),
      ...(await this.unknownCountries(content)),
    ];
  }

  private unknownThemes({ themes }: CallContent): FieldError[] {
    return themes.flatMap((code, place) =>
      this.codes.has('theme', code) ? [] : [{ pointer: `/themes/${place}`, code: 'call/unknown-theme' }],
    );
  }

  private async unknownDeciders(
    reads: Reads,
    { decidingOrganizationIds: ids }: CallContent,
  ): Promise<FieldError[]> {
    const known = await this.organizations.cards(ids, reads);
    return ids.flatMap((id, place) =>
      known.has(id)
        ? []
        : [{ pointer: `/decidingOrganizationIds/${place}`, code: 'call/unknown-organization' }],
    );
  }

  private async unknownCountries({ quotas, eligibility }: CallContent): Promise<FieldError[]> {
    const known = await this.countries.byCode();
    const named = [
      ...quotas.flatMap(({ key, value }, place) =>
        key === 'country' && value !== '*' ? [[`/quotas/${place}/value`, value] as const] : [],
      ),
      ...eligibility.flatMap(({ countries }, place) =>
        countries.map((value, at) => [`/eligibility/${place}/countries/${at}`, value] as const),
      ),
    ];
    return named.flatMap(([pointer, value]) =>
      known.has(value) ? [] : [{ pointer, code: 'call/unknown-country' }],
    );
  }
}
