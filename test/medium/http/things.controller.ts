import { Body, Controller, Get, HttpCode, Injectable, Param, Patch, Post, Query } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsEmail, IsIn, IsOptional, IsString, MinLength, ValidateNested } from 'class-validator';
import { type Actor, DomainError, NotFound, WrongState } from '#libs/kernel';
import { CurrentActor, Public, RequirePermission } from '#libs/platform/auth';
import { newId, UnitOfWork } from '#libs/platform/database';
import { assertVersion, Cursors, IdParam, IfMatch, PageQuery } from '#libs/platform/http';

class Contact {
  @IsEmail()
  email: string;
}

export class MakeThing {
  @IsString()
  @MinLength(1)
  title: string;

  @IsOptional()
  @ValidateNested({ each: true })
  @Type(() => Contact)
  contacts?: Contact[];
}

export class ThingsQuery extends PageQuery {
  @IsOptional()
  @IsIn(['red', 'blue'])
  colour?: string;
}

const ALL = Array.from({ length: 45 }, (_, number) => ({ number, secret: 'row secret' }));
export const THING_ID = '01890000-0000-7000-8000-000000000001';
export const THING_VERSION = 3;

/** What the handlers wait for, when a test wants them to be slow; and how often they ran. */
@Injectable()
export class Pace {
  gate: Promise<void> = Promise.resolve();
  runs = 0;
}

/** Routes of every shape that the outside contract speaks of. */
@Controller('api/v1/things')
export class ThingsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cursors: Cursors,
    private readonly pace: Pace,
  ) {}

  @Post()
  @RequirePermission('account.update')
  async make(@CurrentActor() actor: Actor, @Body() input: MakeThing) {
    this.pace.runs += 1;
    await this.pace.gate;
    const id = newId();
    await this.unitOfWork.run(actor, async (tx) => {
      tx.audit({ action: 'thing.make', entityType: 'thing', entityId: id });
    });
    if (input.title === 'refuse') throw new WrongState('thing', 'make', 'refused');
    if (input.title === 'explode') throw new Error('the secret reason');
    return { id, title: input.title, version: 1, secret: 'never to leave', nested: { shown: 1, hidden: 2 } };
  }

  @Get()
  @RequirePermission('account.read')
  list(@Query() query: ThingsQuery) {
    const scope = `things ${query.colour ?? ''}`;
    const after = this.cursors.read<number>(query.cursor, scope) ?? -1;
    const rows = ALL.slice(after + 1, after + 2 + query.limit);
    return this.cursors.page(rows, query.limit, scope, (row) => row.number);
  }

  @Get('defect')
  @RequirePermission('account.read')
  defect(): never {
    throw new Error('password of the database');
  }

  @Get('database-away')
  @RequirePermission('account.read')
  databaseAway(): never {
    throw Object.assign(new Error('terminating connection'), { code: '57P01' });
  }

  @Get('hurry')
  @Public()
  hurry(): never {
    throw new DomainError('thing/too-fast', 'rate-limited', { retryAfterSeconds: 7 });
  }

  @Post('open')
  @Public()
  @HttpCode(200)
  open(@Body() _input: MakeThing) {
    this.pace.runs += 1;
    return { ok: true };
  }

  @Get(':id')
  @RequirePermission('account.read')
  read(@Param('id', IdParam) id: string) {
    if (id !== THING_ID) throw new NotFound();
    return { id, title: 'a thing', version: THING_VERSION };
  }

  @Patch(':id')
  @RequirePermission('account.update')
  change(@Param('id', IdParam) id: string, @IfMatch() version: number, @Body() _input: MakeThing) {
    if (id !== THING_ID) throw new NotFound();
    assertVersion(THING_VERSION, version);
    return { id, title: 'changed', version: version + 1 };
  }

  @Post(':id/close')
  @HttpCode(200)
  @RequirePermission('account.update')
  close(@Param('id', IdParam) id: string, @IfMatch({ optional: true }) version: number | undefined) {
    assertVersion(THING_VERSION, version);
    return { id, title: 'closed', version: THING_VERSION + 1 };
  }
}
