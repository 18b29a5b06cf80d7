import { Injectable, type PipeTransform } from '@nestjs/common';
import { NotFound } from '#libs/kernel';
import { isId } from '#libs/platform/database';

/** `@Param('id', IdParam)`: what is no UUID cannot exist, so it is answered like an unknown id (404). */
@Injectable()
export class IdParam implements PipeTransform<unknown, string> {
  transform(value: unknown): string {
    if (!isId(value)) throw new NotFound();
    return value.toLowerCase();
  }
}
