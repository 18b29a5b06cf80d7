import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { OrganizationsReader } from '#libs/organizations';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { AssignSeat } from '../app/assign-seat.js';
import { EndSeat } from '../app/end-seat.js';
import { ExcomSeatsReader } from '../app/excom-seats.reader.js';
import { AssignSeatDto, citiesOf, CommitteeResponse, toCommittee } from './excom-seat.dto.js';

@ApiTags('excom-seats')
@Controller('api/v1/excom-seats')
export class ExcomSeatsController {
  constructor(
    private readonly assignSeat: AssignSeat,
    private readonly endSeat: EndSeat,
    private readonly seats: ExcomSeatsReader,
    private readonly organizations: OrganizationsReader,
  ) {}

  /** The Executive Committee: seats computed from the member list, the cities that hold them, vacancies. */
  @Get()
  @RequirePermission('membership.read')
  @ApiOperation({ operationId: 'listExcomSeats' })
  @ApiOkResponse({ type: CommitteeResponse })
  async list(): Promise<CommitteeResponse> {
    return this.present();
  }

  /** Records which city sits in a seat of its country; who sat there before is kept. */
  @Post()
  @RequirePermission('membership.decide')
  @ApiOperation({ operationId: 'assignExcomSeat' })
  @ApiCreatedResponse({ type: CommitteeResponse })
  @ProblemResponses(
    [409, 'excom-seat/already-seated'],
    [422, 'excom-seat/not-a-member-city', 'excom-seat/no-such-seat', 'excom-seat/term-backwards'],
  )
  async assign(@CurrentActor() actor: Actor, @Body() input: AssignSeatDto): Promise<CommitteeResponse> {
    const { termTo = null, note = null, ...seat } = input;
    await this.assignSeat.execute(actor, { ...seat, termTo, note });
    return this.present();
  }

  /** Records that a city's time in its seat has ended; the seat is vacant then. */
  @Post(':id/end')
  @HttpCode(200)
  @RequirePermission('membership.decide')
  @ApiOperation({ operationId: 'endExcomSeat' })
  @ApiOkResponse({ type: CommitteeResponse })
  @ProblemResponses(404, [409, 'excom-seat/ended'])
  async end(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<CommitteeResponse> {
    await this.endSeat.execute(actor, id, version);
    return this.present();
  }

  private async present(): Promise<CommitteeResponse> {
    const committee = await this.seats.committee();
    return toCommittee(committee, await this.organizations.cards(citiesOf(committee)));
  }
}
