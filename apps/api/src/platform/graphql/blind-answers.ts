import { hours, plus } from '@yoriai/domain/kernel';
import type { Signing } from '../auth/signing.js';
import { found } from '../errors/must.js';
import type { UnnamedAnswers } from './answer-once.js';

/**
 * For acts whose author is kept nowhere, and that answer `true`: a sending leaves a mark that only the same member with the same key
 * makes again. The key is the browser's own, so the mark leads to no one.
 */
export const blindAnswers = (signing: Signing): UnnamedAnswers => {
  const marksOf = async (
    memberId: string,
    { op, key, fingerprint }: Parameters<UnnamedAnswers['given']>[1],
  ) => ({
    sent: await signing.seal('sent', JSON.stringify([memberId, op, key])),
    sentAs: await signing.seal('sent as', JSON.stringify([memberId, op, key, fingerprint])),
  });
  return {
    applies: () => Promise.resolve(true),
    async given(tx, claim) {
      const { sent, sentAs } = await marksOf(found(tx.viewer).memberId, claim);
      const [row] = await tx.sql(
        'blind-answers.given',
        `select sent_as from blind_answer where tenant_id = $1 and sent = $2 and created_at >= $3`,
        [tx.tenantId, sent, plus(tx.now, -hours(24))],
      );
      return row ? { fingerprint: row.sent_as === sentAs ? claim.fingerprint : '', value: true } : null;
    },
    async keep(tx, claim) {
      const { sent, sentAs } = await marksOf(found(tx.viewer).memberId, claim);
      await tx.sql(
        'blind-answers.keep',
        `insert into blind_answer (tenant_id, sent, sent_as, created_at) values ($1, $2, $3, $4)
         on conflict (tenant_id, sent) do update set sent_as = excluded.sent_as, created_at = excluded.created_at`,
        [tx.tenantId, sent, sentAs, tx.now],
      );
    },
  };
};
