import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.js';

const server = {
  DATABASE_URL: 'postgres://owner:canary@db.example/yoriai',
  SMTP_URL: 'smtp://mail.example',
  PUBLIC_URL: 'https://yoriai.example',
};

describe('a process on a server', () => {
  it.each([
    [{ SMTP_URL: '' }, 'SMTP_URL is required with DATABASE_URL'],
    [{ PUBLIC_URL: '' }, 'PUBLIC_URL is required with DATABASE_URL'],
    [
      { PUBLIC_URL: 'http://yoriai.example' },
      'PUBLIC_URL must begin with https (INSECURE_HTTP=1 allows http)',
    ],
    [{ PUBLIC_URL: 'https://example.jp/yoriai' }, 'PUBLIC_URL must end with the host'],
    [{ DATABASE_URL: 'postgres://owner@db.example/yoriai' }, 'DATABASE_URL must hold a password'],
    [{ DATABASE_URL: 'mysql://owner:canary@db.example/yoriai' }, 'DATABASE_URL: '],
    [{ REDIS_URL: 'localhost:6379' }, 'REDIS_URL: '],
    [{ SMTP_URL: 'mail.example' }, 'SMTP_URL: '],
    [{ INSECURE_HTTP: 'yes' }, 'INSECURE_HTTP: '],
    [{ ROLE: 'web' }, 'ROLE: '],
    [{ REGISTRATION: 'maybe' }, 'REGISTRATION: '],
    [{ PORT: 'http' }, 'PORT: '],
    [{ PORT: '70000' }, 'PORT: '],
    [{ TRUSTED_PROXIES: '-1' }, 'TRUSTED_PROXIES: '],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL: '],
    [{ OIDC_ISSUER: 'https://id.example' }, 'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together'],
    [{ DATABASE_URL: '', ROLE: 'worker' }, 'ROLE needs DATABASE_URL'],
  ])('does not start with %j and says why, without its secrets', (wrong, sentence) => {
    const start = () => readConfig({ ...server, ...wrong });
    expect(start).toThrow(sentence);
    expect(start).toThrow(/^The configuration is not right:\n {2}/);
    expect(start).not.toThrow(/canary/);
  });

  it('names everything that is wrong at once', () => {
    expect(() => readConfig({ ...server, SMTP_URL: '', PUBLIC_URL: '' })).toThrow(/SMTP_URL[^]*PUBLIC_URL/);
  });

  it('is closed and secure unless told otherwise', () => {
    const closed = { mode: 'server', registration: false, secureCookies: true, demo: false, host: '0.0.0.0' };
    expect(readConfig(server)).toMatchObject(closed);
    expect(readConfig({ ...server, INSECURE_HTTP: '1' })).toMatchObject(closed);
  });
});
