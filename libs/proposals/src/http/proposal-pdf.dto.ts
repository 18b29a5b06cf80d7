import { IsIn } from 'class-validator';

export class ProposalPdfQuery {
  /**
   * Language of the words around the proposal; it stays in its own.
   * @example ko
   */
  @IsIn(['en', 'ko'])
  language: 'en' | 'ko' = 'en';
}
