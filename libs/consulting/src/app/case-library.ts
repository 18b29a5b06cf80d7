import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion, NotFound } from '#libs/kernel';
import { newId, type Transaction, UnitOfWork } from '#libs/platform/database';
import { TaxonomyCodes } from '#libs/vocabulary';
import { LibraryCaseRepository } from '../data/library-case.repository.js';
import type { LibraryCase, LibraryCaseContent } from '../domain/library-case.js';
import { CaseTokens } from './case-tokens.js';

/** What an engagement has taught. */
export interface LearntCase {
  readonly areas: readonly string[];
  /** BCP 47 of title, question and answer. */
  readonly language: string;
  readonly title: string;
  readonly question: string;
  readonly answer: string;
  /** ISO 3166-1 alpha-2; null: not to be told. */
  readonly countryOfRequester: string | null;
  readonly sourceEngagementId: string;
}

/** Writes the library of cases: what engagements taught, with the consent of both, and what the secretariat knows. */
@Injectable()
export class CaseLibrary {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: LibraryCaseRepository,
    private readonly codes: TaxonomyCodes,
    private readonly tokens: CaseTokens,
  ) {}

  /**
   * For engagements, inside their own unit of work, once both sides have consented. Answers the id of the case; adding
   * that of the same engagement again answers the first.
   *
   * @throws InvalidInput `taxonomy/unknown-code`
   */
  async add(tx: Transaction, learnt: LearntCase): Promise<string> {
    const { countryOfRequester: country, sourceEngagementId, ...words } = learnt;
    const known = await this.cases.bySource(tx, sourceEngagementId);
    return known?.id ?? this.insert(tx, { ...words, country }, sourceEngagementId);
  }

  /** @throws InvalidInput `taxonomy/unknown-code` */
  async write(actor: Actor, content: LibraryCaseContent): Promise<LibraryCase> {
    return this.unitOfWork.run(actor, async (tx) => {
      const id = await this.insert(tx, content, null);
      return this.get(tx, id);
    });
  }

  /** @throws NotFound, StaleVersion 412, InvalidInput `taxonomy/unknown-code` */
  async edit(
    actor: Actor,
    id: string,
    changes: Partial<LibraryCaseContent>,
    version: number,
  ): Promise<LibraryCase> {
    return this.unitOfWork.run(actor, async (tx) => {
      const current = await this.lock(tx, id, version);
      const { areas, language, title, question, answer, country } = { ...current, ...changes };
      return this.save(tx, current, { areas, language, title, question, answer, country }, current.state);
    });
  }

  /**
   * Nobody finds it any more; it can be published again.
   *
   * @throws NotFound, StaleVersion 412
   */
  async show(actor: Actor, id: string, isShown: boolean, version: number | undefined): Promise<LibraryCase> {
    return this.unitOfWork.run(actor, async (tx) => {
      const current = await this.lock(tx, id, version);
      return this.save(tx, current, current, isShown ? 'published' : 'withdrawn');
    });
  }

  private async insert(
    tx: Transaction,
    content: LibraryCaseContent,
    sourceEngagementId: string | null,
  ): Promise<string> {
    const id = newId();
    await this.cases.insert(tx, id, content, this.tokensOf(content), sourceEngagementId);
    tx.audit({ action: 'library-case.add', entityType: 'library_case', entityId: id });
    tx.emit('library-case.added', { aggregateType: 'library_case', aggregateId: id, seq: 1 }, {});
    return id;
  }

  private async save(
    tx: Transaction,
    current: LibraryCase,
    content: LibraryCaseContent,
    state: LibraryCase['state'],
  ): Promise<LibraryCase> {
    await this.cases.save(tx, current, content, this.tokensOf(content), state);
    const saved = await this.get(tx, current.id);
    tx.audit({
      action: 'library-case.change',
      entityType: 'library_case',
      entityId: saved.id,
      fromState: current.state,
      toState: state,
    });
    const source = { aggregateType: 'library_case', aggregateId: saved.id, seq: saved.version };
    tx.emit('library-case.changed', source, {});
    return saved;
  }

  private tokensOf(content: LibraryCaseContent): string[] {
    this.codes.check({ areas: content.areas }, { areas: 'consulting_area' });
    const { language, areas, title, question, answer } = content;
    return this.tokens.ofCase({ language, areas, texts: [title, question, answer] });
  }

  private async lock(tx: Transaction, id: string, version: number | undefined): Promise<LibraryCase> {
    const current = await this.cases.lock(tx, id);
    if (!current) throw new NotFound();
    assertVersion(current.version, version);
    return current;
  }

  private async get(tx: Transaction, id: string): Promise<LibraryCase> {
    const found = await this.cases.find(tx, id);
    if (!found) throw new Error('A case vanished inside its transaction.');
    return found;
  }
}
