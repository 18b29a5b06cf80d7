import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, ProblemResponses } from '#libs/platform/http';
import { PrintProposal } from '../app/print/print-proposal.js';
import { ProposalPdfQuery } from './proposal-paper.dto.js';
import { VersionNumberParam } from './proposal-versions.controller.js';

@ApiTags('proposals')
@Controller('api/v1/proposals/:id/versions/:number/pdf')
export class ProposalPdfController {
  constructor(private readonly printProposal: PrintProposal) {}

  /**
   * A frozen version to print and keep, as PDF/A: title, receipt with its hash, every section, partners, work plan,
   * budget, letters. The same version in the same language has the same bytes.
   */
  @Get()
  @RequirePermission('proposal.read')
  @ApiOperation({ operationId: 'printProposalVersion' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ProblemResponses(404, [422, 'pdf/missing-glyph', 'pdf/too-large'], [503, 'pdf/busy'])
  @Header('cache-control', 'private, no-store')
  async print(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Param('number', VersionNumberParam) number: number,
    @Query() { language }: ProposalPdfQuery,
  ): Promise<StreamableFile> {
    const pdf = await this.printProposal.execute(actor, id, number, language);
    return new StreamableFile(pdf, {
      type: 'application/pdf',
      disposition: `attachment; filename="proposal-${id.slice(-12)}-version-${number}.pdf"`,
      length: pdf.length,
    });
  }
}
