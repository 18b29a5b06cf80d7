import { Type } from 'class-transformer';
import { IsIn, IsInt, Max, Min } from 'class-validator';

export class ProposalPdfQuery {
  /**
   * Language of the words around the proposal; it stays in its own.
   * @example ko
   */
  @IsIn(['en', 'ko'])
  language: 'en' | 'ko' = 'en';
}

export class VersionComparisonQuery extends ProposalPdfQuery {
  /**
   * Number of the older version.
   * @example 1
   */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(999_999)
  from: number;

  /**
   * Number of the newer version.
   * @example 2
   */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(999_999)
  to: number;
}

export class ComparedPieceResponse {
  /**
   * In both versions, only in the newer, or only in the older.
   * @example inserted
   */
  kind: 'same' | 'inserted' | 'deleted';

  /** @example "Kobe" */
  text: string;
}

export class ComparedFieldResponse {
  /**
   * The part it stands in, in the language that was asked for.
   * @example "Summary"
   */
  part: string;

  /** Null: it is the whole part. */
  label: string | null;

  /** @example true */
  isChanged: boolean;

  /**
   * The words are the same and stand in other formats: bold, a list, a heading, a link.
   * @example false
   */
  isReformatted: boolean;

  /** In order; all but the inserted make up the older text, all but the deleted the newer. */
  pieces: ComparedPieceResponse[];
}

export class VersionComparisonResponse {
  /** @example 1 */
  from: number;

  /** @example 2 */
  to: number;

  /**
   * BCP 47 language of the proposal.
   * @example ko
   */
  language: string;

  fields: ComparedFieldResponse[];
}
