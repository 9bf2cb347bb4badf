import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuthDb } from './auth-db.js';

/** Signs small texts for links in mails, draws lots, and makes marks that lead nowhere. The key is made once, lives in the database and is the same for every process. */
@Injectable()
export class Signing {
  private key: Promise<Buffer> | null = null;

  constructor(private readonly db: AuthDb) {}

  /** `payload.signature`, safe in a URL. The purpose is signed too: a link for one thing opens no other. */
  async sign(purpose: string, payload: string): Promise<string> {
    return `${Buffer.from(payload).toString('base64url')}.${(await this.mac(purpose, payload)).toString('base64url')}`;
  }

  /** The payload, or null when the token is not ours. */
  async verify(purpose: string, token: string): Promise<string | null> {
    const [body = '', signature = ''] = token.split('.');
    const payload = Buffer.from(body, 'base64url').toString('utf8');
    const [given, right] = [Buffer.from(signature, 'base64url'), await this.mac(purpose, payload)];
    return given.length === right.length && timingSafeEqual(given, right) ? payload : null;
  }

  /** Stands for the text where the text itself must not be read: the same for the same, and of no use without the key. */
  async seal(purpose: string, text: string): Promise<string> {
    return (await this.mac(purpose, text)).toString('base64url');
  }

  /** Numbers from 0 to 2⁴⁸ − 1 that are the same for the same words and cannot be worked out without the key. */
  async lots(purpose: string): Promise<(words: string) => number> {
    const key = await this.ourKey();
    return (words) => macOf(key, purpose, words).readUIntBE(0, 6);
  }

  private async mac(purpose: string, payload: string): Promise<Buffer> {
    return macOf(await this.ourKey(), purpose, payload);
  }

  private ourKey(): Promise<Buffer> {
    return (this.key ??= this.readKey().catch((error: Error) => {
      this.key = null;
      throw error;
    }));
  }

  private async readKey(): Promise<Buffer> {
    await this.db.sql(
      'signing.make',
      `insert into auth.secret (name, value) values ('links', $1) on conflict do nothing`,
      [randomBytes(32)],
    );
    const [row] = await this.db.sql('signing.read', `select value from auth.secret where name = 'links'`);
    if (!row) throw new Error('The signing key is missing');
    return row.value;
  }
}

const macOf = (key: Buffer, purpose: string, payload: string): Buffer =>
  createHmac('sha256', key).update(`${purpose}\n${payload}`).digest();
