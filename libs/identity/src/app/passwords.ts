import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { BoundedPool } from './bounded-pool.js';

/** argon2id (the library's default) with OWASP's parameters: 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Half of Node's four worker threads: files and DNS keep the others. */
const AT_ONCE = 2;
/** About two seconds of work. */
const MAX_WAITING = 64;

/** Hashes and checks passwords, a few at a time. */
@Injectable()
export class Passwords {
  /** How often a password was checked against an account, and against nobody's; for tests and metrics. */
  readonly checks = { account: 0, nobody: 0 };

  private readonly pool = new BoundedPool(AT_ONCE, MAX_WAITING);
  private nobody: Promise<string> | undefined;

  /** @throws TooBusy 503 */
  hash(password: string): Promise<string> {
    return this.pool.run(() => hash(canonical(password), PARAMETERS));
  }

  /**
   * Whether `password` is the one behind `hashed`. Without `hashed` the same work is done against a hash that
   * nobody's password has, and the answer is no. `begin` is done when it is this check's turn, before it; what it
   * throws is thrown.
   *
   * @throws TooBusy 503
   */
  async matches(
    hashed: string | undefined,
    password: string,
    begin: () => Promise<void> = () => Promise.resolve(),
  ): Promise<boolean> {
    const against = hashed ?? (await this.nobodysHash());
    const right = await this.pool.run(async () => {
      await begin();
      return verify(against, canonical(password));
    });
    this.checks[hashed === undefined ? 'nobody' : 'account'] += 1;
    return right && hashed !== undefined;
  }

  /** Made before the first sign-in, so that the first unknown e-mail costs no more than others. */
  async onModuleInit(): Promise<void> {
    await this.nobodysHash();
  }

  private nobodysHash(): Promise<string> {
    return (this.nobody ??= hash(randomBytes(32).toString('base64'), PARAMETERS));
  }
}

/** One password typed on two keyboards: composed or not, full width or not. */
const canonical = (password: string): string => password.normalize('NFKC');
