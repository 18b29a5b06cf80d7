import { Injectable } from '@nestjs/common';
import { NotFound } from '#libs/kernel';
import type { Reads } from '#libs/platform/database';
import { CallVersionRepository } from '../data/call-version.repository.js';
import { type CallTerms, termsOf } from '../domain/call-terms.js';

/** What holds for a published call, for the features above. They ask nobody's permission: the caller has the right. */
@Injectable()
export class CallTermsReader {
  constructor(private readonly versions: CallVersionRepository) {}

  /** What holds now; null for a draft and for an id that is nobody's. */
  async newest(runner: Reads, callId: string): Promise<CallTerms | null> {
    const found = await this.versions.newest(runner, callId);
    return found ? termsOf(found) : null;
  }

  /** @throws NotFound when the call has no version of that number */
  async version(runner: Reads, callId: string, number: number): Promise<CallTerms> {
    const found = await this.versions.find(runner, callId, number);
    if (!found) throw new NotFound();
    return termsOf(found);
  }

  /** The newest terms of several calls, by id of the call. */
  async newestOf(runner: Reads, callIds: readonly string[]): Promise<Map<string, CallTerms>> {
    const found = await this.versions.newestOf(runner, [...new Set(callIds)]);
    return new Map(found.map((each) => [each.callId, termsOf(each)]));
  }
}
