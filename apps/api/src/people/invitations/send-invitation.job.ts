import { Inject } from '@nestjs/common';
import { days } from '@yoriai/domain/kernel';
import { invitationLife } from '@yoriai/domain/people';
import { AuthDb } from '../../platform/auth/auth-db.js';
import { Signing } from '../../platform/auth/signing.js';
import { CONFIG } from '../../platform/boot/tokens.js';
import type { Config } from '../../platform/config.js';
import { Mail } from '../../platform/mail/mail.js';
import { Reads, type StoredEvent } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { tenantOf } from '../../tenancy/tenant-of.js';
import { invitationMail } from './invitation-mail.js';
import { invitationsStore } from './invitations.store.js';
import { oneTimeTokens } from '../sign-in/one-time-tokens.js';

/** Mails the link. Running again makes the same link and no second mail: the token is derived from invitation and mailing. */
@Reads({ reader: 'people.send-invitation', events: ['member.invited'], queue: 'normal' })
export class SendInvitation {
  constructor(
    private readonly db: AuthDb,
    private readonly signing: Signing,
    private readonly mail: Mail,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async handle(tx: TenantTx, event: StoredEvent<'member.invited'>): Promise<void> {
    const [invitation] = await invitationsStore.byIds(tx, [event.ids.invitationId]);
    if (!invitation?.sentAt || invitation.acceptedAt || invitation.revokedAt) return;
    const { id: invitationId, email, displayName, expiresAt } = invitation;
    const mailing = `${tx.tenantId}:${invitationId}:${invitation.sentAt.getTime()}`;
    const token = (await this.signing.sign('invitation', mailing)).split('.')[1]!;
    const tenant = await tenantOf(tx);
    // The link works before its mail can go. Should this transaction fail after that, the next try makes the same link.
    await this.db.transaction((sql) =>
      oneTimeTokens.forInvitation(sql, token, { tenantId: tx.tenantId, invitationId, email, expiresAt }),
    );
    const text = invitationMail(tenant.locale, {
      displayName,
      tenantName: tenant.name,
      url: `${this.config.publicUrl}/invite#${token}`,
      days: invitationLife / days(1),
    });
    await this.mail.queue(
      { kind: 'invitation', to: email, locale: tenant.locale, once: mailing, text, goodUntil: expiresAt },
      tx,
    );
  }
}
