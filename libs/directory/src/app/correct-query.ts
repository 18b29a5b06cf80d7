import { Injectable } from '@nestjs/common';
import { foldName, nameKey } from '#libs/organizations';
import { Database } from '#libs/platform/database';
import { queryTokens } from '#libs/taxonomy';
import { SearchRepository } from '../data/search.repository.js';
import { cutsOf, isForgiving, nearestWord } from '../domain/spelling.js';
import { QueryReader } from './query.reader.js';

/** Words that share a cut with a misspelled one; far more than ever mean the same. */
const CANDIDATES = 400;

/**
 * Puts a query that finds nothing right, word by word, or as one word ("Du jiang yen"), by the words of what can be
 * found. A correction counts only if it finds something, so it tells nobody of words that are hidden.
 */
@Injectable()
export class CorrectQuery {
  constructor(
    private readonly database: Database,
    private readonly index: SearchRepository,
    private readonly queries: QueryReader,
  ) {}

  async execute(query: string): Promise<string | undefined> {
    const words = foldName(query).split(' ');
    const byWord = (await Promise.all(words.map((word) => this.nearest(word)))).map(
      (near, at) => near ?? words[at] ?? '',
    );
    const asOne = words.length > 1 ? await this.nearest(nameKey(query)) : undefined;
    const guesses = [byWord.join(' '), asOne].filter(
      (guess): guess is string => guess !== undefined && guess !== words.join(' '),
    );
    if (guesses.length === 0) return undefined;
    const reads = await Promise.all(guesses.map((guess) => this.queries.read(guess)));
    const finds = await this.index.finding(
      this.database,
      reads.map(({ found }) => found),
    );
    return guesses[finds.indexOf(true)];
  }

  /** The word that was meant; undefined for one that is right as it is, or too far from all others. */
  private async nearest(word: string): Promise<string | undefined> {
    const [token = ''] = queryTokens(word);
    if (!isForgiving(token)) return undefined;
    const near = await this.index.wordsNear(this.database, cutsOf(token), CANDIDATES);
    return near.includes(token) ? undefined : nearestWord(token, near);
  }
}
