import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { type Actor, NotFound } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, IfMatch, ProblemResponses, ShownOnce } from '#libs/platform/http';
import { AddPasskey } from '../app/add-passkey.js';
import { OfferPasskey } from '../app/offer-passkey.js';
import { RemovePasskey } from '../app/remove-passkey.js';
import { RenamePasskey } from '../app/rename-passkey.js';
import { SecondFactorsReader } from '../app/second-factors.reader.js';
import { PasskeyQuestionResponse } from './identity.dto.js';
import {
  AddedPasskeyResponse,
  AddPasskeyDto,
  PasskeyResponse,
  PasskeysResponse,
  RenamePasskeyDto,
  toPasskeyResponse,
} from './second-factor.dto.js';

@ApiTags('account')
@Controller('api/v1/passkeys')
export class PasskeysController {
  constructor(
    private readonly offerPasskey: OfferPasskey,
    private readonly addPasskey: AddPasskey,
    private readonly renamePasskey: RenamePasskey,
    private readonly removePasskey: RemovePasskey,
    private readonly factors: SecondFactorsReader,
  ) {}

  /** Your passkeys. */
  @Get()
  @RequirePermission('account.read')
  @ApiOperation({ operationId: 'listPasskeys' })
  @ApiOkResponse({ type: PasskeysResponse })
  async list(@CurrentActor() { personId }: Actor): Promise<PasskeysResponse> {
    return { items: (await this.factors.passkeys(personId)).map(toPasskeyResponse) };
  }

  /** What the browser needs to make a passkey. */
  @Post('options')
  @HttpCode(200)
  @ShownOnce()
  @RequirePermission('account.update')
  @ApiOperation({ operationId: 'offerPasskey' })
  @ApiOkResponse({ type: PasskeyQuestionResponse })
  @ProblemResponses(
    [403, 'auth/proof-required'],
    404,
    [409, 'passkey/too-many', 'passkey/unavailable'],
    [429, 'auth/too-many-attempts'],
  )
  async offer(@CurrentActor() actor: Actor): Promise<PasskeyQuestionResponse> {
    return this.offerPasskey.execute(actor);
  }

  /** Adds the passkey that was made. With the first factor come recovery codes, shown this once. */
  @Post()
  @ShownOnce()
  @RequirePermission('account.update')
  @ApiOperation({ operationId: 'addPasskey' })
  @ApiCreatedResponse({ type: AddedPasskeyResponse })
  @ProblemResponses([403, 'auth/proof-required'], 404, [409, 'passkey/too-many'], [422, 'passkey/refused'])
  async add(@CurrentActor() actor: Actor, @Body() input: AddPasskeyDto): Promise<AddedPasskeyResponse> {
    const { id, recoveryCodes } = await this.addPasskey.execute(actor, input.name, input);
    return { passkey: await this.one(actor, id), recoveryCodes: [...recoveryCodes] };
  }

  /** Calls a passkey something else. */
  @Patch(':id')
  @RequirePermission('account.update')
  @ApiOperation({ operationId: 'renamePasskey' })
  @ApiOkResponse({ type: PasskeyResponse })
  @ProblemResponses(404)
  async rename(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch() version: number,
    @Body() { name }: RenamePasskeyDto,
  ): Promise<PasskeyResponse> {
    await this.renamePasskey.execute(actor, id, version, name);
    return this.one(actor, id);
  }

  /** Takes a passkey away: it opens the account no longer. */
  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('account.update')
  @ApiOperation({ operationId: 'removePasskey' })
  @ApiNoContentResponse()
  @ProblemResponses([403, 'auth/proof-required'], 404)
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    await this.removePasskey.execute(actor, id, version);
  }

  private async one({ personId }: Actor, id: string): Promise<PasskeyResponse> {
    const found = (await this.factors.passkeys(personId)).find((passkey) => passkey.id === id);
    if (!found) throw new NotFound();
    return toPasskeyResponse(found);
  }
}
