import { IsInt, IsOptional, Max, Min } from 'class-validator';
import type { Capacity } from '../domain/profile.js';

/** How much an organization can take on. */
export class CapacityDto implements Capacity {
  /**
   * Groups received in a month.
   * @example 12
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  groupsPerMonth?: number;

  /**
   * Guests of the largest group or event.
   * @example 80
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  maxGroup?: number;
}
