import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Logger } from 'pino';
import { LOGGER } from '../boot/tokens.js';
import { AuthDb } from './auth-db.js';

const everyMs = 3_600_000;

/** Sessions and browsers that nobody came back to and counts that limit nothing any more are not kept. */
@Injectable()
export class ForgetExpired implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly db: AuthDb,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(
      () =>
        void this.once().catch((error: Error) => this.logger.warn({ err: error }, 'old sessions were kept')),
      everyMs,
    );
  }

  beforeApplicationShutdown(): void {
    if (this.timer) clearInterval(this.timer);
  }

  async once(): Promise<void> {
    await this.db.sql('forget.sessions', `delete from auth.session where expires_at < app.now()`);
    // No window is longer than a day, and one that begins in an hour was begun by a clock that has been set back.
    await this.db.sql(
      'forget.counts',
      `delete from auth.throttle where starts_at < app.now() - interval '1 day' or starts_at > app.now() + interval '1 hour'`,
    );
    await this.db.sql('forget.known-browsers', `delete from auth.known_browser where expires_at < app.now()`);
  }
}
