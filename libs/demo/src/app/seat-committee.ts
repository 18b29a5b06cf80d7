import { Injectable } from '@nestjs/common';
import { ApplyForMembership, AssignSeat, PutToVote } from '#libs/membership';
import { DEMO_APPLICANT, DEMO_COMMITTEE } from '../domain/committee.js';
import { SECRETARIAT_SLUG } from '../domain/demo-accounts.js';
import { type Directory, memberOf } from './demo-directory.js';
import { DemoSeats, officerOf } from './demo-seats.js';

const TERM = { termFrom: '2026-01-01', termTo: '2027-12-31' };

/** Seats the Executive Committee and opens a vote on a fictional applicant. */
@Injectable()
export class SeatCommittee {
  constructor(
    private readonly seats: DemoSeats,
    private readonly assignSeat: AssignSeat,
    private readonly applyForMembership: ApplyForMembership,
    private readonly putToVote: PutToVote,
  ) {}

  async execute(directory: Directory): Promise<void> {
    const officer = officerOf(memberOf(directory, SECRETARIAT_SLUG).id);
    for (const { city, number, note } of DEMO_COMMITTEE) {
      const { id: organizationId } = memberOf(directory, `city:${city}`);
      await this.assignSeat.execute(officer, { ...TERM, organizationId, number, note });
    }
    const { organization, statement, language, fees } = DEMO_APPLICANT;
    const applicant = this.seats.actorFor(memberOf(directory, organization));
    const { id } = await this.applyForMembership.execute(applicant, { statement, language });
    await this.putToVote.execute(officer, id, { secrecy: 'secret', fees });
  }
}
