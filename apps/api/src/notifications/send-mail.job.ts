import { Inject } from '@nestjs/common';
import { plus, type MemberId, type TenantId } from '@yoriai/domain/kernel';
import {
  bouncesBeforePhoning,
  calendarMail,
  noticesMail,
  ruleOf,
  wantsMail,
} from '@yoriai/domain/notifications';
import type { Logger } from 'pino';
import { accounts, type MailReader } from '../people/sign-in/accounts.js';
import { AuthDb } from '../platform/auth/auth-db.js';
import { CONFIG, LOGGER } from '../platform/boot/tokens.js';
import type { Config } from '../platform/config.js';
import type { OutgoingMail } from '../platform/mail/outgoing.js';
import { abandonedAfterMs, nextTry } from '../platform/mail/retries.js';
import { MailTransport, notSent, type NotSent } from '../platform/mail/transport.js';
import { RunsTimer, type Afterwards, type DueTimer } from '../platform/timers/timer.js';
import type { TenantTx } from '../platform/work/tenant-tx.js';
import { Work } from '../platform/work/work.js';
import { Notices, type Describable, type Described, type MailExtras } from './notices.js';
import { dropStaleMails } from './drop-stale-mails.js';
import { mailsStore, type MailInHand } from './mails.store.js';
import { notificationsStore } from './notifications.store.js';

declare module '../platform/timers/timers.js' {
  interface Timers {
    'notifications.mail': { mailId: string };
  }
}

const timerOf = (mailId: string) => ({ name: 'notifications.mail', key: mailId, ids: { mailId } }) as const;

interface Written {
  readonly mails: readonly OutgoingMail[];
  readonly onSent?: NonNullable<MailExtras['onSent']>;
}

/**
 * Sends one mail. That it is being tried is committed before the conversation with the mail server begins, and that it went
 * afterwards; a process that dies in between leaves the timer set, and the repeat is counted.
 */
@RunsTimer({ timer: 'notifications.mail', queue: 'normal' })
export class SendMail {
  constructor(
    private readonly work: Work,
    private readonly auth: AuthDb,
    private readonly transport: MailTransport,
    private readonly notices: Notices,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async run(
    tx: TenantTx,
    { ids: { mailId } }: DueTimer<'notifications.mail'>,
  ): Promise<Afterwards | undefined> {
    const later = await mailsStore.dueLater(tx, mailId);
    if (later) {
      await tx.at(later, timerOf(mailId));
      return undefined;
    }
    const mail = await mailsStore.takeUp(tx, mailId);
    if (!mail) return undefined;
    if (mail.stale) {
      await mailsStore.dropped(tx, mail.id, 'TOO_LATE');
      await dropStaleMails(tx);
      return undefined;
    }
    await tx.at(plus(tx.now, abandonedAfterMs), timerOf(mailId));
    return () => this.send(tx.tenantId, mail);
  }

  private async send(tenantId: TenantId, mail: MailInHand): Promise<void> {
    let written: Written | string;
    try {
      written = await this.write(tenantId, mail);
    } catch (error) {
      this.logger.error({ err: error, mail: mail.id }, 'a mail could not be written');
      return this.giveBack(tenantId, mail, notSent(error));
    }
    if (typeof written === 'string') {
      const why = written;
      return this.settle(tenantId, mail, (tx) => mailsStore.dropped(tx, mail.id, why));
    }
    const failures = await Promise.all(
      written.mails.map((one) => this.transport.send(one).then(() => null, notSent)),
    );
    const failure = failures.find((one) => one !== null);
    if (failure) return this.giveBack(tenantId, mail, failure);
    const { onSent } = written;
    await this.settle(tenantId, mail, async (tx) => {
      await mailsStore.sent(tx, mail.id);
      await onSent?.(tx);
    });
  }

  /**
   * The mail as its reader may have it at this moment, or why there is none. More follow where several calendars have to change:
   * mail programs take one invitation from a mail. They go alone where the first has nothing true to say any more.
   */
  private async write(tenantId: TenantId, mail: MailInHand): Promise<Written | string> {
    const { memberId, kind, ids } = mail;
    const reader = await accounts.mailReader(this.auth.sql, tenantId, memberId);
    if (!reader) return 'NO_ADDRESS';
    if (mail.waited && mail.read) return 'ALREADY_READ';
    return this.lookUp(mail, tenantId, reader.role, async (tx) => {
      const me = await notificationsStore.reader(tx, memberId);
      if (!me || !wantsMail(me.status, kind, me.settings)) return 'NOT_WANTED';
      const { described, extras } = await this.contents(tx, mail);
      const notices = described.filter((one) => wantsMail(me.status, one.kind, me.settings));
      const [notice] = notices;
      const { rsvpPath, calendar, moreCalendars = [], onSent } = extras;
      const home = `${this.config.publicUrl}/t/${reader.tenantSlug}`;
      const links = {
        thing: `${home}${ruleOf(notice?.kind ?? kind).path(notice?.ids ?? ids)}`,
        bell: `${home}/notifications`,
        settings: `${home}/me/notifications`,
        ...(rsvpPath ? { rsvp: `${this.config.publicUrl}${rsvpPath}` } : {}),
      };
      const { locale } = reader;
      const { displayName, settings } = me;
      const frame = {
        to: reader.email,
        locale,
        notice: notice?.kind ?? kind,
        at: tx.now,
        ...(ruleOf(kind).mutable ? { unsubscribe: links.settings } : {}),
      };
      const mails: OutgoingMail[] = [];
      if (notice) {
        const how = { locale, displayName, mailContent: settings.mailContent };
        const text = noticesMail(notices, how, links);
        mails.push({ ...frame, id: mail.id, text, ...(calendar ? { calendar } : {}) });
      }
      moreCalendars.forEach((more, i) => {
        const text = calendarMail(locale, links);
        mails.push({ ...frame, id: `${mail.id}.${i + 2}`, text, calendar: more });
      });
      return mails.length === 0 ? 'NOT_VISIBLE' : { mails, ...(onSent ? { onSent } : {}) };
    });
  }

  /** What it says of its notice, or of all that it gathered, and what goes with it. */
  private async contents(
    tx: TenantTx,
    { kind, ids, memberId, gathered }: MailInHand,
  ): Promise<{ described: Described<Describable>[]; extras: MailExtras }> {
    if (!gathered)
      return {
        described: await this.notices.describe(tx, [{ kind, ids }]),
        extras: await this.notices.extrasForMail(tx, { kind, ids }, memberId),
      };
    const rows = await notificationsStore.byIds(tx, memberId, gathered);
    const inOrder = gathered.flatMap((id) => rows.find((row) => row.id === id) ?? []);
    const { notices, ...extras } = await this.notices.gather(tx, inOrder, memberId);
    return { described: await this.notices.describe(tx, notices), extras };
  }

  /** As its reader; only what takes back what they may see no longer is looked up by the system. */
  private lookUp<T>(
    { memberId, kind }: MailInHand,
    tenantId: TenantId,
    role: MailReader['role'],
    run: (tx: TenantTx) => Promise<T>,
  ): Promise<T> {
    return ruleOf(kind).afterLeaving
      ? this.work.asSystem(tenantId, 'notifications.mail', run)
      : this.work.inTenant({ tenantId, memberId, role }, run);
  }

  private async settle(
    tenantId: TenantId,
    mail: MailInHand,
    end: (tx: TenantTx) => Promise<void>,
  ): Promise<void> {
    await this.work.asSystem(tenantId, 'notifications.mail', async (tx) => {
      await end(tx);
      await tx.cancelTimers('notifications.mail', [mail.id]);
    });
  }

  private async giveBack(tenantId: TenantId, mail: MailInHand, failure: NotSent): Promise<void> {
    const next = nextTry(failure, mail.failures);
    this.logger.warn({ mail: mail.id, reason: failure.reason, next: next.state }, 'a mail came back');
    await this.work.asSystem(tenantId, 'notifications.mail', async (tx) => {
      const bounced = failure.outcome === 'bounced';
      if (!(await mailsStore.cameBack(tx, mail, next, { reason: failure.reason, bounced }))) return;
      if (next.state === 'FAILED') await tx.cancelTimers('notifications.mail', [mail.id]);
      else await tx.at(plus(tx.now, next.inMs), timerOf(mail.id));
      if (bounced) await this.reportBounce(tx, mail.memberId);
    });
  }

  private async reportBounce(tx: TenantTx, memberId: MemberId): Promise<void> {
    const [mailId, ...more] = await mailsStore.bouncedInARow(tx, memberId);
    if (mailId && more.length + 1 >= bouncesBeforePhoning)
      await tx.publish([{ name: 'notification.undeliverable', ids: { memberId, mailId } }]);
  }
}
