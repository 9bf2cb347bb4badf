import { resolve } from 'node:path';
import { trimmedEnd } from '@yoriai/domain/kernel';
import { z } from 'zod';

const flag = z.enum(['0', '1']).transform((value) => value === '1');

/** Every variable the process reads. `.env.example` is tested against it. */
export const environment = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).default('寄り合い <no-reply@yoriai.invalid>'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  INSECURE_HTTP: flag.default(false),
  ROLE: z.enum(['all', 'api', 'worker']).default('all'),
  HOST: z.string().optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  DATA_DIR: z.string().min(1).default('.data'),
  DEMO: flag.default(true),
  REGISTRATION: z.enum(['open', 'closed']).optional(),
  METRICS_TOKEN: z.string().min(16).optional(),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

export interface Config {
  /** Told apart by DATABASE_URL and nothing else. */
  readonly mode: 'embedded' | 'server';
  readonly databaseUrl: string | null;
  readonly redisUrl: string | null;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** Without a slash at its end. */
  readonly publicUrl: string;
  readonly secureCookies: boolean;
  readonly role: 'all' | 'api' | 'worker';
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly demo: boolean;
  readonly registration: boolean;
  /** What `/metrics` asks for; null: on a server they cannot be read. */
  readonly metricsToken: string | null;
  readonly trustedProxies: number;
  readonly openIdConnect: {
    readonly issuer: string;
    readonly clientId: string;
    readonly clientSecret: string;
  } | null;
  readonly logLevel: string;
}

/** Reads and checks the variables; throws one error that names everything wrong with them. */
export function readConfig(variables: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success)
    throw wrong(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
  const env = parsed.data;
  const server = env.DATABASE_URL !== undefined;
  const problems: string[] = [];
  if (env.DATABASE_URL && !new URL(env.DATABASE_URL).password)
    problems.push('DATABASE_URL must hold a password: those of the other roles are derived from it');
  if (server && !env.SMTP_URL) problems.push('SMTP_URL is required with DATABASE_URL');
  if (server && !env.PUBLIC_URL) problems.push('PUBLIC_URL is required with DATABASE_URL');
  if (server && env.PUBLIC_URL?.startsWith('http:') && !env.INSECURE_HTTP)
    problems.push('PUBLIC_URL must begin with https (INSECURE_HTTP=1 allows http)');
  if (env.PUBLIC_URL && !/^\/*$/.test(new URL(env.PUBLIC_URL).pathname))
    problems.push('PUBLIC_URL must end with the host: Yoriai has a host of its own, not a path of one');
  if (!server && env.ROLE !== 'all')
    problems.push('ROLE needs DATABASE_URL: the embedded database belongs to one process');
  const oidc = [env.OIDC_ISSUER, env.OIDC_CLIENT_ID, env.OIDC_CLIENT_SECRET];
  if (oidc.some(Boolean) && !oidc.every(Boolean))
    problems.push('OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together');
  if (problems.length > 0) throw wrong(problems);
  return {
    mode: server ? 'server' : 'embedded',
    databaseUrl: env.DATABASE_URL ?? null,
    redisUrl: env.REDIS_URL ?? null,
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom: env.MAIL_FROM,
    publicUrl: trimmedEnd(env.PUBLIC_URL ?? `http://localhost:${env.PORT}`, /\//),
    secureCookies: server && (env.PUBLIC_URL ?? '').startsWith('https:'),
    role: env.ROLE,
    host: server ? (env.HOST ?? '0.0.0.0') : '127.0.0.1',
    port: env.PORT,
    dataDir: resolve(env.DATA_DIR),
    demo: !server && env.DEMO,
    registration: env.REGISTRATION ? env.REGISTRATION === 'open' : !server,
    metricsToken: env.METRICS_TOKEN ?? null,
    trustedProxies: env.TRUSTED_PROXIES,
    openIdConnect:
      env.OIDC_ISSUER && env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET
        ? { issuer: env.OIDC_ISSUER, clientId: env.OIDC_CLIENT_ID, clientSecret: env.OIDC_CLIENT_SECRET }
        : null,
    logLevel: env.LOG_LEVEL,
  };
}

const wrong = (problems: readonly string[]): Error =>
  new Error(['The configuration is not right:', ...problems].join('\n  '));
