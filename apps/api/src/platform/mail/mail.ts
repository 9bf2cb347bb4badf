import { randomUUID } from 'node:crypto';
import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Instant } from '@yoriai/domain/kernel';
import type { DirectMailKind, MailText } from '@yoriai/domain/notifications';
import type { Logger } from 'pino';
import { AuthDb } from '../auth/auth-db.js';
import { CONFIG, LOGGER } from '../boot/tokens.js';
import type { Config } from '../config.js';
import { abandonedAfterMs, nextTry } from './retries.js';
import { MailTransport, notSent, type NotSent } from './transport.js';

/** A mail to an address rather than to a member: a code, a link. */
export interface DirectMail {
  readonly kind: DirectMailKind;
  readonly to: string;
  readonly locale: 'ja' | 'en';
  /** The same `once` again sends nothing: the id of the code, token or invitation it is about. */
  readonly once: string;
  readonly text: MailText;
  /** Not worth sending later: the code has expired by then. */
  readonly goodUntil: Instant;
}

type Sql = AuthDb['sql'];
interface Claimed {
  readonly id: string;
  readonly address: string;
  readonly locale: 'ja' | 'en';
  readonly kind: DirectMailKind;
  readonly content: MailText;
  readonly failures: number;
  readonly attempts: number;
  readonly now: Instant;
}

const everyMs = 5_000;
const atOnce = 4;

/**
 * Mails that belong to no tenant: sign-in codes, password resets, invitations.
 *
 *   await mail.queue({ kind: 'sign-in-code', to, locale, once: codeId, text, goodUntil });
 *
 * writes a row of `auth.mail_message` and sends it at once, without making the caller wait for the mail server. With the `sql` of
 * an `AuthDb.transaction` the row stands or falls with it; call `mail.flush()` after the commit, or leave it to the sweep (5 s).
 * What a kill interrupts is sent again and counted (`repeats`); the words are blanked once the mail has gone.
 *
 * Mails to members are not sent from here: see `notifications/notify.ts`.
 */
@Injectable()
export class Mail implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;
  private flushing: Promise<void> | null = null;
  private again = false;

  constructor(
    private readonly auth: AuthDb,
    private readonly transport: MailTransport,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async queue(mail: DirectMail, sql: Sql = this.auth.sql): Promise<void> {
    await sql(
      'mail.queue',
      `insert into auth.mail_message (id, kind, address, locale, once_key, content, created_at, due_at, good_until)
       values ($1, $2, $3, $4, $5, $6, app.now(), app.now(), $7) on conflict (kind, once_key) do nothing`,
      [randomUUID(), mail.kind, mail.to, mail.locale, mail.once, JSON.stringify(mail.text), mail.goodUntil],
    );
    if (sql === this.auth.sql) void this.flush();
  }

  /** Sends whatever is due. Never throws: what fails is written into the row. */
  flush(): Promise<void> {
    this.again = true;
    this.flushing ??= this.sendAll().finally(() => (this.flushing = null));
    return this.flushing;
  }

  onApplicationBootstrap(): void {
    if (this.config.role === 'api') return;
    this.timer = setInterval(() => void this.flush(), everyMs).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.flushing;
  }

  private async sendAll(): Promise<void> {
    while (this.again) {
      this.again = false;
      try {
        const claimed = await this.claim();
        await Promise.all(claimed.map((mail) => this.send(mail)));
        if (claimed.length > 0) this.again = true;
      } catch (error) {
        this.logger.error({ err: error }, 'mails could not be looked up; the next sweep tries again');
      }
    }
  }

  private async claim(): Promise<Claimed[]> {
    await this.auth.sql(
      'mail.drop',
      `update auth.mail_message set state = 'DROPPED', content = null where state in ('QUEUED', 'SENDING') and good_until < app.now()`,
    );
    return this.auth.sql(
      'mail.claim',
      `update auth.mail_message m set state = 'SENDING', attempts = m.attempts + 1,
              repeats = m.repeats + (m.state = 'SENDING')::int, due_at = app.now() + make_interval(secs => $1)
       from (select id from auth.mail_message where state in ('QUEUED', 'SENDING') and due_at <= app.now()
             order by due_at limit $2 for update skip locked) due
       where m.id = due.id
       returning m.id, m.address, m.locale, m.kind, m.content, m.failures, m.attempts, app.now() as now`,
      [abandonedAfterMs / 1_000, atOnce],
    );
  }

  private async send(mail: Claimed): Promise<void> {
    const { id, address, locale, kind, content, now } = mail;
    const failure = await this.transport
      .send({ id, to: address, locale, notice: kind, text: content, at: now })
      .then(() => null, notSent);
    if (failure) return this.giveBack(mail, failure);
    await this.auth.sql(
      'mail.sent',
      `update auth.mail_message set state = 'SENT', sent_at = app.now(), content = null, last_error = null where id = $1`,
      [id],
    );
  }

  private async giveBack({ id, kind, failures, attempts }: Claimed, failure: NotSent): Promise<void> {
    const next = nextTry(failure, failures);
    this.logger.warn({ mail: id, kind, reason: failure.reason, next: next.state }, 'a mail came back');
    await this.auth.sql(
      'mail.came-back',
      `update auth.mail_message set state = $2, failures = failures + 1, bounced = $3, last_error = $4,
              due_at = app.now() + make_interval(secs => $5), content = case when $2 = 'FAILED' then null else content end
       where id = $1 and state = 'SENDING' and attempts = $6`,
      [
        id,
        next.state,
        failure.outcome === 'bounced',
        failure.reason,
        'inMs' in next ? next.inMs / 1_000 : 0,
        attempts,
      ],
    );
  }
}
