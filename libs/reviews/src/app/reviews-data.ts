import { Injectable } from '@nestjs/common';
import { PersonalDataSource } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { ReviewsOfPersonRepository } from '../data/reviews-of-person.repository.js';

/** What a person wrote as reviewer, chair or decider of calls. */
@Injectable()
export class ReviewsData extends PersonalDataSource {
  readonly name = 'reviews';

  constructor(
    private readonly database: Database,
    private readonly own: ReviewsOfPersonRepository,
  ) {
    super();
  }

  async collect(personId: string): Promise<object> {
    const [duties, reviews, comments, steps, decisions] = await Promise.all([
      this.own.duties(this.database, personId),
      this.own.reviews(this.database, personId),
      this.own.comments(this.database, personId),
      this.own.steps(this.database, personId),
      this.own.decisions(this.database, personId),
    ]);
    return { duties, reviews, comments, steps, decisions };
  }
}
