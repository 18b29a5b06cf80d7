import { Injectable } from '@nestjs/common';
import { CaseLibrary } from '#libs/consulting';
import type { Actor } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform/database';
import { CaseNoteRepository } from '../data/case-note.repository.js';
import { type CaseNote, type CaseNoteText, hasConsented } from '../domain/case-note.js';
import { type Engagement, otherSide, SIDES } from '../domain/engagement.js';
import {
  CaseConfidential,
  CaseNoteNamesSomebody,
  CaseNoteNotOpen,
  NotWorking,
} from '../domain/engagement.errors.js';
import { tellsWho } from '../domain/names-in.js';
import { EngagementAccess } from './engagement-access.js';
import { EngagementMoves } from './engagement-moves.js';
import { PartyFacts } from './party-facts.js';
import { tellOf } from './tell-parties.js';

/**
 * What others may learn from an engagement: the consultant writes it without names, both sides agree to these very
 * words, and with the second consent it is in the library.
 *
 * @throws NotFound, WrongSide 403, NotWorking 409, CaseConfidential 409, CaseNoteNotOpen 409, CaseNoteNamesSomebody 422,
 *   StaleVersion 412
 */
@Injectable()
export class KeepCaseNote {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: EngagementAccess,
    private readonly notes: CaseNoteRepository,
    private readonly moves: EngagementMoves,
    private readonly library: CaseLibrary,
    private readonly parties: PartyFacts,
  ) {}

  /** Whoever writes it agrees to it; the other side is asked, also where it had agreed to other words. */
  async draft(actor: Actor, id: string, text: CaseNoteText, version?: number): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const { engagement } = await this.access.lockFor(tx, id, 'consultant', version);
      await this.open(tx, engagement);
      await this.checkNames(tx, engagement, text);
      await this.notes.save(tx, id, text);
      await this.notes.consent(tx, id, 'consultant');
      const touched = await this.moves.touch(tx, engagement, 'case-note-draft');
      tellOf(tx, 'case-note.drafted', touched, touched.requester.organizationId);
    });
  }

  async consent(actor: Actor, id: string, version?: number): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const { engagement, side } = await this.access.lockFor(tx, id, null, version);
      const note = await this.open(tx, engagement);
      if (!note || hasConsented(note, side)) throw new CaseNoteNotOpen();
      await this.notes.consent(tx, id, side);
      const touched = await this.moves.touch(tx, engagement, 'case-note-consent');
      if (hasConsented(note, otherSide(side))) await this.publish(tx, touched, note);
    });
  }

  private async open(tx: Transaction, { id, state, isConfidential }: Engagement): Promise<CaseNote | null> {
    if (state !== 'accepted' && state !== 'closed') throw new NotWorking(state);
    if (isConfidential) throw new CaseConfidential();
    const note = await this.notes.find(tx, id);
    if (note?.publishedAt) throw new CaseNoteNotOpen();
    return note;
  }

  /** Neither side is named in it, nor anybody who acts for them. */
  private async checkNames(tx: Transaction, engagement: Engagement, text: CaseNoteText): Promise<void> {
    const names = await this.parties.names(tx, engagement);
    const telling = (['title', 'question', 'answer'] as const).filter((field) =>
      tellsWho(text[field], names),
    );
    if (telling.length > 0) throw new CaseNoteNamesSomebody(telling);
  }

  private async publish(tx: Transaction, engagement: Engagement, note: CaseNote): Promise<void> {
    const { areas, language, title, question, answer, tellsCountry } = note;
    await this.library.add(tx, {
      areas,
      language,
      title,
      question,
      answer,
      countryOfRequester: tellsCountry ? await this.parties.countryOfRequester(tx, engagement) : null,
      sourceEngagementId: engagement.id,
    });
    await this.notes.publish(tx, engagement.id);
    for (const side of SIDES) tellOf(tx, 'case-note.published', engagement, engagement[side].organizationId);
  }
}
