import { v7, validate } from 'uuid';

/** A new public id (UUIDv7): ordered by time, made in the application. */
export function newId(): string {
  return v7();
}

export function isId(value: unknown): value is string {
  return typeof value === 'string' && validate(value);
}
