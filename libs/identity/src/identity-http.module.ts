import { Module } from '@nestjs/common';
import { AccountController } from './http/account.controller.js';
import { AuthController } from './http/auth.controller.js';
import { DataExportsController } from './http/data-exports.controller.js';
import { EmailChangeController } from './http/email-change.controller.js';
import { ErasureController } from './http/erasure.controller.js';
import { PasskeysController } from './http/passkeys.controller.js';
import { PasswordLogin } from './http/password-login.js';
import { ProofController } from './http/proof.controller.js';
import { SecondFactorController } from './http/second-factor.controller.js';
import { SessionsController } from './http/sessions.controller.js';
import { SignInController } from './http/sign-in.controller.js';
import { SignInCookies } from './http/sign-in-cookies.js';
import { SignOutController } from './http/sign-out.controller.js';
import { IdentityModule } from './identity.module.js';

/** Sign-up, sign-in and sign-out; the account of whoever is signed in. */
@Module({
  imports: [IdentityModule],
  controllers: [
    AuthController,
    SignInController,
    SignOutController,
    EmailChangeController,
    AccountController,
    ProofController,
    ErasureController,
    SessionsController,
    SecondFactorController,
    PasskeysController,
    DataExportsController,
  ],
  providers: [PasswordLogin, SignInCookies],
})
export class IdentityHttpModule {}
