import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsUUID, Max, Min } from 'class-validator';
import { IsDay, IsLine, IsWritten } from '#libs/platform/fields';
import { ENTRY_KINDS, type EntryKind } from '../domain/ledger.js';
import { MAX_REASON } from './engagement-fields.js';

const MAX_REFERENCE = 100;
/** A thousand billion minor units, as for quotes: sums stay exact. */
const MOST_MINOR = 1_000_000_000_000_000;
/** Spaces around a reference do not make it another one. */
const trimmed = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.trim() : value,
);
const EXAMPLE_ID = '01890000-0000-7000-8000-000000000001';

class FeeFactDto {
  /**
   * Of the party that pays.
   * @example 01890000-0000-7000-8000-000000000001
   */
  @IsUUID('all')
  @ApiProperty({ format: 'uuid', example: EXAMPLE_ID })
  partyId: string;

  /**
   * Number of the paper; stands for one fact.
   * @example "2027-014"
   */
  @trimmed
  @IsLine(MAX_REFERENCE)
  reference: string;

  /** @example 2027-12-01 */
  @IsDay()
  day: string;
}

export class InvoiceDto extends FeeFactDto {
  /**
   * Minor units of the agreed currency, without tax.
   * @example 1500000
   */
  @IsInt()
  @Min(0)
  @Max(MOST_MINOR)
  feeMinor: number;

  /** @example 150000 */
  @IsInt()
  @Min(0)
  @Max(MOST_MINOR)
  taxMinor: number;
}

export class PaymentDto extends FeeFactDto {
  /**
   * Minor units of the agreed currency.
   * @example 1650000
   */
  @IsInt()
  @Min(0)
  @Max(MOST_MINOR)
  amountMinor: number;
}

export class ReversalDto {
  /** @example "Typed with a digit too many." */
  @IsWritten(1, MAX_REASON)
  reason: string;
}

export class LedgerEntryResponse {
  id: string;
  /** Of the payer. */
  partyId: string;
  @ApiProperty({ enum: ENTRY_KINDS })
  kind: EntryKind;
  reference: string;
  @ApiProperty({ format: 'date' })
  day: string;
  /** What the payer owes more (above zero) or less, in minor units. */
  owedMinor: number;
  @ApiProperty({ type: String, nullable: true })
  reversesId: string | null;
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
  isReversed: boolean;
  @ApiProperty({ format: 'date-time' })
  createdAt: string;
}

export class LedgerBalanceResponse {
  partyId: string;
  invoicedMinor: number;
  paidMinor: number;
  outstandingMinor: number;
}
