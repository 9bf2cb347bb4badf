import { Inject, Injectable } from '@nestjs/common';
import { plus, type TenantId } from '@yoriai/domain/kernel';
import type { DirectMailKind } from '@yoriai/domain/notifications';
import type { Logger } from 'pino';
import { LOGGER } from '../boot/tokens.js';
import { RunsTimer, type Afterwards, type DueTimer } from '../timers/timer.js';
import type { TenantTx } from '../work/tenant-tx.js';
import { Work } from '../work/work.js';
import { directMailsStore, type DirectMailInHand } from './direct-mails.store.js';
import { abandonedAfterMs, nextTry } from './retries.js';
import { MailTransport, notSent, type NotSent } from './transport.js';

declare module '../timers/timers.js' {
  interface Timers {
    'mail.on-demand': { mailId: string };
    'mail.invitation': { mailId: string };
  }
}

const timerNames = {
  'sign-in-code': 'mail.on-demand',
  'password-reset': 'mail.on-demand',
  invitation: 'mail.invitation',
} as const satisfies Record<DirectMailKind, string>;

export const timerOf = (kind: DirectMailKind, mailId: string) => ({
  name: timerNames[kind],
  key: mailId,
  ids: { mailId },
});

/**
 * Sends one mail, like those to members: that it is being tried is committed before the conversation with the mail server begins, and that it
 * went afterwards; a process that dies in between leaves the timer set, and the repeat is counted.
 */
@Injectable()
export class SendDirectMail {
  constructor(
    private readonly work: Work,
    private readonly transport: MailTransport,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async takeUp(tx: TenantTx, mailId: string): Promise<Afterwards | undefined> {
    const mail = await directMailsStore.takeUp(tx, mailId);
    if (!mail) {
      await directMailsStore.dropExpired(tx, mailId);
      return undefined;
    }
    await tx.at(plus(tx.now, abandonedAfterMs), timerOf(mail.kind, mail.id));
    return () => this.send(tx.tenantId, mail, tx.now);
  }

  private async send(tenantId: TenantId, mail: DirectMailInHand, at: TenantTx['now']): Promise<void> {
    const { id, address: to, locale, kind, content: text } = mail;
    const failure = await this.transport
      .send({ id, to, locale, notice: kind, text, at })
      .then(() => null, notSent);
    await this.work.asSystem(tenantId, 'mail.send', (tx) =>
      failure ? this.giveBack(tx, mail, failure) : this.settle(tx, mail),
    );
  }

  private async settle(tx: TenantTx, { id, kind }: DirectMailInHand): Promise<void> {
    await tx.cancelTimers(timerNames[kind], [id]);
    await directMailsStore.sent(tx, id);
  }

  private async giveBack(tx: TenantTx, mail: DirectMailInHand, failure: NotSent): Promise<void> {
    const { id, kind } = mail;
    const next = nextTry(failure, mail.failures);
    this.logger.warn({ mail: id, kind, reason: failure.reason, next: next.state }, 'a mail came back');
    const again = await directMailsStore.cameBack(tx, mail, next, failure);
    if (again === 'superseded') return;
    if (again) await tx.at(again, timerOf(kind, id));
    else await tx.cancelTimers(timerNames[kind], [id]);
  }
}

/** Codes and links that a person waits for. No burst of other mails goes before them. */
@RunsTimer({ timer: 'mail.on-demand', queue: 'urgent' })
export class SendMailOnDemand {
  constructor(private readonly mails: SendDirectMail) {}

  run(tx: TenantTx, { ids }: DueTimer<'mail.on-demand'>): Promise<Afterwards | undefined> {
    return this.mails.takeUp(tx, ids.mailId);
  }
}

/** A whole roster may be invited at once; each invitation is valid for days. */
@RunsTimer({ timer: 'mail.invitation', queue: 'bulk' })
export class SendInvitationMail {
  constructor(private readonly mails: SendDirectMail) {}

  run(tx: TenantTx, { ids }: DueTimer<'mail.invitation'>): Promise<Afterwards | undefined> {
    return this.mails.takeUp(tx, ids.mailId);
  }
}
