import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength } from 'class-validator';

export class LinkCardQuery {
  /**
   * Address as it stands in a message.
   * @example "https://www.aptpo.org/eng/"
   */
  @IsString()
  @MinLength(1)
  @MaxLength(2_000)
  url: string;
}

export class LinkCardResponse {
  /** @example "www.aptpo.org" */
  host: string;
  /** @example "TPO" */
  title: string;
  @ApiProperty({ type: String, nullable: true })
  description: string | null;
}

export class LinkCardAnswerResponse {
  /** False where the operator named no host: then nothing is ever fetched. */
  isOn: boolean;
  /** Null for a host that is not named, and where there is no such page. */
  @ApiProperty({ type: LinkCardResponse, nullable: true })
  card: LinkCardResponse | null;
}
