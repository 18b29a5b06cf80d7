import { Injectable } from '@nestjs/common';
import type { Reads } from '#libs/platform/database';

/** One fact of what a conversation is about, as its side panel shows it. */
export interface SubjectFact {
  /** `<feature>.<what>`, e.g. `project.milestone`; clients choose the label by it. */
  readonly code: string;
  readonly text: string;
  /** A screen of the web client within the organization, e.g. `projects/{id}`. */
  readonly href?: string;
}

/** What a feature tells of the rows its conversations are about. */
export interface ConversationSubjectSource {
  /** The type of `about`: `project`, `engagement`. */
  readonly type: string;
  /** Facts as they stand now, for somebody of this organization who takes part in the conversation. */
  facts(reads: Reads, id: string, organizationId: string): Promise<readonly SubjectFact[]>;
}

/** Every kind of thing conversations are about; the features that own them register when their modules start. */
@Injectable()
export class ConversationSubjects {
  private readonly sources = new Map<string, ConversationSubjectSource>();

  /** @throws Error when the type is taken */
  register(source: ConversationSubjectSource): void {
    if (this.sources.has(source.type)) throw new Error(`Two features tell facts of "${source.type}".`);
    this.sources.set(source.type, source);
  }

  /** Nothing where no feature of this process tells of it. */
  async factsOf(
    reads: Reads,
    about: { readonly type: string; readonly id: string },
    organizationId: string,
  ): Promise<readonly SubjectFact[]> {
    return (await this.sources.get(about.type)?.facts(reads, about.id, organizationId)) ?? [];
  }
}
