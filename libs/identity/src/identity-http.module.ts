import { Module } from '@nestjs/common';
import { AuthController } from './http/auth.controller.js';
import { PasswordLogin } from './http/password-login.js';
import { RefreshCookie } from './http/refresh-cookie.js';
import { SignOutController } from './http/sign-out.controller.js';
import { IdentityModule } from './identity.module.js';

/** Sign-up, sign-in and sign-out. */
@Module({
  imports: [IdentityModule],
  controllers: [AuthController, SignOutController],
  providers: [PasswordLogin, RefreshCookie],
})
export class IdentityHttpModule {}
