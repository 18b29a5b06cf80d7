import { Injectable } from '@nestjs/common';
import {
  CreateProposal,
  DossierReader,
  EditDossier,
  ManagePartners,
  SignOffProposal,
  SubmitProposal,
  TakePart,
} from '#libs/proposals';
import { dollars } from '../domain/sample-records.js';
import type { RoundProposal } from './sample-rounds.js';
import { type Directory, memberOf } from './demo-directory.js';
import { DemoSeats } from './demo-seats.js';

const MONTH = 30 * 86_400_000;

/** A day so many months from now, YYYY-MM-DD. */
const dayAfter = (months: number): string => new Date(Date.now() + months * MONTH).toISOString().slice(0, 10);

/** The partners of a proposal of the demo, who join it and sign it. */
@Injectable()
export class SamplePartners {
  constructor(
    private readonly seats: DemoSeats,
    private readonly manage: ManagePartners,
    private readonly takePart: TakePart,
    private readonly signOff: SignOffProposal,
    private readonly dossiers: DossierReader,
  ) {}

  async join(directory: Directory, id: string, { lead, partners }: RoundProposal): Promise<void> {
    const leader = this.seats.actorFor(memberOf(directory, lead));
    for (const { key, share, task } of partners) {
      const partner = memberOf(directory, key);
      const part = { task, shareMinor: dollars(share).amountMinor };
      await this.manage.invite(leader, id, partner.id, part);
      await this.takePart.accept(this.seats.actorFor(partner), id);
    }
  }

  async sign(directory: Directory, id: string, { partners }: RoundProposal): Promise<void> {
    for (const { key } of partners) {
      const actor = this.seats.actorFor(memberOf(directory, key));
      const { sha256 } = await this.dossiers.one(actor, id);
      await this.signOff.execute(actor, id, sha256);
    }
  }
}

/** Writes a proposal for a call and hands it in, in the name of its lead. */
@Injectable()
export class SampleConsortium {
  constructor(
    private readonly seats: DemoSeats,
    private readonly create: CreateProposal,
    private readonly edit: EditDossier,
    private readonly partners: SamplePartners,
    private readonly submit: SubmitProposal,
  ) {}

  /** Answers the id of the proposal. */
  async handIn(directory: Directory, callId: string, sample: RoundProposal): Promise<string> {
    const lead = memberOf(directory, sample.lead);
    const actor = this.seats.actorFor(lead);
    const { title, summary, themes, budget, answer, plan } = sample;
    const { id } = await this.create.execute(actor, {
      ...{ callId, title, summary, themes: [...themes], language: 'en', budget: dollars(budget) },
      period: { from: dayAfter(0), to: dayAfter(12) },
    });
    await this.partners.join(directory, id, sample);
    const idOf = (key = sample.lead): string => memberOf(directory, key).id;
    const shared = sample.partners.reduce((sum, { share }) => sum + share, 0);
    const line = (organizationId: string, amount: number) => ({
      ...{ organizationId, title: 'Work and materials', amountMinor: dollars(amount).amountMinor },
    });
    await this.edit.execute(
      actor,
      id,
      {
        answers: { answer },
        leadTask: 'Leads, and answers for the guests',
        budgetLines: [
          line(lead.id, budget - shared),
          ...sample.partners.map(({ key, share }) => line(idOf(key), share)),
        ],
        workPlan: plan.map(({ title: reached, after, by }) => ({
          ...{ title: reached, due: dayAfter(after), organizationId: idOf(by), deliverable: null },
        })),
      },
      undefined,
    );
    await this.partners.sign(directory, id, sample);
    await this.submit.execute(actor, id);
    return id;
  }
}
