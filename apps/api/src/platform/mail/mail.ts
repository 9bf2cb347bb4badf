import { Injectable } from '@nestjs/common';
import { systemTenant } from '../work/system-tenant.js';
import type { TenantTx } from '../work/tenant-tx.js';
import { Work } from '../work/work.js';
import { directMailsStore, type DirectMail } from './direct-mails.store.js';
import { timerOf } from './send-direct-mail.job.js';

/**
 * Mails to an address that need not be a member's: sign-in codes, password resets, invitations.
 *
 *   await mail.queue({ kind: 'sign-in-code', to, locale, once: codeId, text, goodUntil });
 *
 * writes a row of `direct_mail` and a timer that is due, and wakes a worker without making the caller wait for the mail server. With the
 * transaction of a tenant the mail is that tenant's and commits with its other writes; without one it is the system's.
 *
 * Mails to members are not sent from here: see `notifications/notify.ts`.
 */
@Injectable()
export class Mail {
  constructor(private readonly work: Work) {}

  async queue(mail: DirectMail, tx?: TenantTx): Promise<void> {
    if (tx) return add(tx, mail);
    await this.work.asSystem(systemTenant, 'mail.queue', (system) => add(system, mail));
  }
}

async function add(tx: TenantTx, mail: DirectMail): Promise<void> {
  const id = await directMailsStore.add(tx, mail);
  if (id) await tx.at(tx.now, timerOf(mail.kind, id));
}
