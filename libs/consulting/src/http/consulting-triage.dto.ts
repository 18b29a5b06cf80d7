import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsOptional,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import { IsMoment } from '#libs/platform/fields';
import { MOST_INVITED } from '../domain/request-states.js';
import { ConsultingWordsDto } from './consulting-words.dto.js';

/** What answers a request without an expert. */
export class AnswerRequestDto {
  /**
   * A case of the library.
   * @example 0199a0f2-7c4e-7b6a-9c53-0d9be1b4f001
   */
  @IsOptional()
  @IsUUID()
  caseId?: string | null;

  /**
   * A city that has solved the same question.
   * @example 0199a0f2-7c4e-7b6a-9c53-0d9be1b4f002
   */
  @IsOptional()
  @IsUUID()
  cityId?: string | null;

  /** Needed with a city: what it has solved. */
  @IsOptional()
  @ValidateNested()
  @Type(() => ConsultingWordsDto)
  said?: ConsultingWordsDto | null;
}

/** Experts who are asked to take a request. */
export class InviteExpertsDto {
  /**
   * Consultancies: of the secretariat up to five at one time, of a requester up to three.
   * @example ["0199a0f2-7c4e-7b6a-9c53-0d9be1b4f001"]
   */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_INVITED)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  organizationIds: string[];

  /**
   * Until when quotes are taken; two weeks from the first invitations where nobody says otherwise.
   * @example 2027-03-31T15:00:00Z
   */
  @IsOptional()
  @IsMoment()
  quotesCloseAt?: string | null;
}

/** Why a request is called off; nobody has to say. */
export class CancelRequestDto {
  @IsOptional()
  @ValidateNested()
  @Type(() => ConsultingWordsDto)
  said?: ConsultingWordsDto | null;
}
