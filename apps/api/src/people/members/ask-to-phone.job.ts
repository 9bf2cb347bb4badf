import { notify } from '../../notifications/notify.js';
import { Reads, type StoredEvent } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { membersStore } from './members.store.js';

/** Mails to a member come back: the office is asked to phone, once until a mail arrives again. */
@Reads({ reader: 'people.ask-to-phone', events: ['notification.undeliverable'], queue: 'normal' })
export class AskToPhone {
  async handle(tx: TenantTx, { ids }: StoredEvent<'notification.undeliverable'>): Promise<void> {
    const { memberId, mailId } = ids;
    await notify(tx, {
      kind: 'member.unreachable',
      to: await membersStore.office(tx),
      ids: { memberId },
      once: `${memberId}:${mailId}`,
      about: memberId,
    });
  }
}
