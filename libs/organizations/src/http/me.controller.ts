import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PersonsReader, UpdatePerson } from '#libs/identity';
import { type Actor, NotFound } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IfMatch, ProblemResponses } from '#libs/platform/http';
import { OrganizationsReader } from '../app/organizations.reader.js';
import { MeResponse, toMeResponse, UpdateMeDto } from './me.dto.js';

/** The signed-in person with the seats held; stands here because identity does not know organizations. */
@ApiTags('me')
@Controller('api/v1/me')
export class MeController {
  constructor(
    private readonly persons: PersonsReader,
    private readonly updatePerson: UpdatePerson,
    private readonly organizations: OrganizationsReader,
  ) {}

  /** Who is signed in, and for which organizations. */
  @Get()
  @RequirePermission('account.read')
  @ApiOperation({ operationId: 'readMe' })
  @ApiOkResponse({ type: MeResponse })
  async read(@CurrentActor() actor: Actor): Promise<MeResponse> {
    const [person, seats] = await Promise.all([
      this.persons.account(actor.personId),
      this.organizations.membershipsOf(actor.personId),
    ]);
    if (!person) throw new NotFound();
    return toMeResponse(person, seats);
  }

  /** Changes what you say of yourself. */
  @Patch()
  @RequirePermission('account.update')
  @ApiOperation({ operationId: 'updateMe' })
  @ApiOkResponse({ type: MeResponse })
  @ProblemResponses([422, 'account/working-hours-wrong'])
  async update(
    @CurrentActor() actor: Actor,
    @IfMatch() version: number,
    @Body() changes: UpdateMeDto,
  ): Promise<MeResponse> {
    await this.updatePerson.execute(actor, version, changes);
    return this.read(actor);
  }
}
