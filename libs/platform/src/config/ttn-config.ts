import { Transform, Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  MinLength,
} from 'class-validator';

const POSTGRES = { protocols: ['postgres', 'postgresql'], require_tld: false, require_protocol: true };
const REDIS = { protocols: ['redis', 'rediss'], require_tld: false, require_protocol: true };
const HTTP = { protocols: ['http', 'https'], require_tld: false, require_protocol: true };
const CLAMD = { protocols: ['tcp'], require_tld: false, require_protocol: true, require_port: true };
const SMTP = { protocols: ['smtp', 'smtps'], require_tld: false, require_protocol: true };

const asBoolean = Transform(({ value }: { value: unknown }) =>
  value === 'true' || value === '1'
    ? true
    : value === 'false' || value === '0' || value === ''
      ? false
      : value,
);

/** Every setting of TTN, one field per environment variable. `.env.example` is generated from the same list. */
export class TtnConfig {
  /** `production` refuses demo data and pretty logs. */
  @IsIn(['development', 'production', 'test'])
  NODE_ENV: 'development' | 'production' | 'test' = 'development';

  /** Port of API, sockets and web client. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65535)
  PORT = 3000;

  /** Address the port is bound to. Containers set 0.0.0.0. */
  @IsString()
  HOST = '127.0.0.1';

  /** Operations port (health, metrics) of this process; 0 switches it off. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65535)
  OPS_PORT = 0;

  /** Address of the operations port; loopback unless a scraper sits elsewhere. */
  @IsString()
  OPS_HOST = '127.0.0.1';

  /** Address under which people reach TTN; links in mails and the origin check use it. */
  @IsUrl(HTTP)
  PUBLIC_URL = 'http://localhost:3000';

  /** Folder for the embedded database, generated secrets and the demo accounts. */
  @IsString()
  @MinLength(1)
  TTN_DATA_DIR = '.ttn';

  /** PostgreSQL 18 or newer. Requests run as role `ttn_app`, taken after connecting. */
  @IsUrl(POSTGRES)
  DATABASE_URL: string;

  /** Connection that may create tables and roles; migrations only. Default: DATABASE_URL. */
  @IsOptional()
  @IsUrl(POSTGRES)
  DATABASE_OWNER_URL?: string;

  /** Connections of this process's pool; 4 to 8 serve best. */
  @Type(() => Number)
  @IsInt()
  @Min(2)
  @Max(50)
  DATABASE_POOL_MAX = 6;

  /** Redis or Valkey for queues and sockets. Absent: PostgreSQL does both. */
  @IsOptional()
  @IsUrl(REDIS)
  REDIS_URL?: string;

  /** Signs access tokens and list cursors; at least 32 characters, the same in all processes. */
  @IsString()
  @MinLength(32)
  TTN_SECRET: string;

  /** Lifetime of an access token, in seconds. */
  @Type(() => Number)
  @IsInt()
  @Min(30)
  @Max(3600)
  ACCESS_TOKEN_SECONDS = 900;

  /** Days after which a session that was not used ends. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(365)
  SESSION_DAYS = 30;

  /** Failed logins per account within 15 minutes before the account must wait. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  LOGIN_FAILURES_PER_ACCOUNT = 10;

  /** Failed logins per network address within 15 minutes before the address must wait. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  LOGIN_FAILURES_PER_ADDRESS = 50;

  /** Loads demo data into an empty database and shows captured mail. Refused in production. */
  @asBoolean
  @IsBoolean()
  DEMO = false;

  /** Mail server; absent: mail is captured and shown in the app. */
  @IsOptional()
  @IsUrl(SMTP)
  SMTP_URL?: string;

  /** Sender of every mail. */
  @IsString()
  MAIL_FROM = 'TTN <no-reply@ttn.invalid>';

  /** Mailbox that takes answers and reports, with all below `local+…@`: docs/MAIL.md. Absent: no mail is taken in. */
  @IsOptional()
  @Matches(/^[a-z0-9._-]{1,18}@[a-z0-9.-]{1,190}$/)
  MAIL_INBOUND_ADDRESS?: string;

  /** With which the mail server hands mail in; at least 32 characters. */
  @IsOptional()
  @MinLength(32)
  MAIL_INBOUND_SECRET?: string;

  /** Keys of web push, P-256 in base64url (`npx web-push generate-vapid-keys`); absent: nothing is pushed to browsers. */
  @IsOptional()
  @Matches(/^[\w-]{87}$/)
  VAPID_PUBLIC_KEY?: string;

  @IsOptional()
  @Matches(/^[\w-]{43}$/)
  VAPID_PRIVATE_KEY?: string;

  /** Push services that are called: hosts with all below them, over https, or whole origins; separated by commas. */
  @Matches(/^[\w.:/-]+(,[\w.:/-]+)*$/)
  PUSH_SERVICES = 'fcm.googleapis.com,push.services.mozilla.com,notify.windows.com,push.apple.com';

  /** Files an organization may keep, in mebibytes and in number; unfinished uploads count with their whole size. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  FILES_QUOTA_MIB = 1024;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  FILES_QUOTA_COUNT = 1000;

  /** Hours within which an upload must be finished; then what has arrived of it is deleted. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(168)
  UPLOAD_HOURS = 24;

  /**
   * Pictures with more megapixels are refused before they are decoded; one pixel of 16 bits a colour counts as two.
   * Decoding takes up to 8 MiB for each, of one picture at a time in a process.
   */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(250)
  PICTURE_MEGAPIXELS = 50;

  /** Bucket of an S3-compatible store for files. Absent: files lie in TTN_DATA_DIR, which all processes then share. */
  @IsOptional()
  @Matches(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)
  S3_BUCKET?: string;

  /** Address of the store; absent: that of AWS. */
  @IsOptional()
  @IsUrl(HTTP)
  S3_ENDPOINT?: string;

  @IsString()
  @MinLength(1)
  S3_REGION = 'us-east-1';

  /** Key of the store; absent: where the AWS SDK looks by itself (role of the machine, profile). */
  @IsOptional()
  @IsString()
  S3_ACCESS_KEY_ID?: string;

  @IsOptional()
  @IsString()
  S3_SECRET_ACCESS_KEY?: string;

  /** clamd, which looks for malware in every file: `tcp://127.0.0.1:3310`. Absent: files are shown as not scanned. */
  @IsOptional()
  @IsUrl(CLAMD)
  CLAMD_URL?: string;

  /**
   * Hosts whose pages may be shown as cards under links in messages, by name, separated by commas. Empty: no page is
   * ever fetched.
   */
  @Matches(/^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?:,|$))*$/)
  LINK_CARD_HOSTS = '';

  /**
   * Folders with fonts of PDF documents beside those of the system, separated by `:`. The default is where Debian's
   * fonts-noto-core and fonts-noto-cjk lie; a character that no font has is an error, `pdf/missing-glyph`.
   */
  @IsString()
  PDF_FONT_DIRS = '/usr/share/fonts/truetype/noto:/usr/share/fonts/opentype/noto';

  /** Name of the organization that runs this network, as shown to people. */
  @IsString()
  @MinLength(1)
  ORGANIZATION_NAME = 'Tourism Promotion Organization for Global Cities';

  /** Trust X-Forwarded-* from a reverse proxy on this many hops. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  TRUST_PROXY_HOPS = 0;

  @IsIn(['trace', 'debug', 'info', 'warn', 'error', 'silent'])
  LOG_LEVEL: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent' = 'info';

  /** `json` for machines, `pretty` for people. */
  @IsIn(['json', 'pretty'])
  LOG_FORMAT: 'json' | 'pretty' = 'json';

  /** Built web client to serve; `none` serves the API alone. */
  @IsString()
  WEB_ROOT = 'dist/web';

  /** Marks the build in logs and `/readyz`. */
  @Matches(/^[\w.+-]{1,64}$/)
  TTN_VERSION = '0.1.0';
}
