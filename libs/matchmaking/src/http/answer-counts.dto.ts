import { ArrayMaxSize, ArrayMinSize, IsUUID } from 'class-validator';
import { Repeated } from '#libs/platform/fields';

export class AnswerCountsQuery {
  @Repeated()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @IsUUID('all', { each: true })
  opportunityId: string[];
}

/** How many answer to one opportunity. */
export class AnswerCountsResponse {
  opportunityId: string;

  /** On its own list of matches today. */
  matches: number;

  /** Interest of others that waits for your answer. */
  interestsReceived: number;

  /** Your interest that waits for theirs. */
  interestsSent: number;

  /** Interest that became a conversation. */
  conversations: number;
}

export class AnswerCountsListResponse {
  items: AnswerCountsResponse[];
}
