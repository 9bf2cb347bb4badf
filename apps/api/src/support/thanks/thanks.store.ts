import type { MemberId } from '@yoriai/domain/kernel';
import type { SupportRequest, SupportRequestId, SupportThanks } from '@yoriai/domain/support';
import type { Page } from '../../platform/graphql/connection.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

/** What is shown of thanks; `askerId` is null while the asker is anonymous. */
export type ShownThanks = Pick<SupportThanks, 'requestId' | 'helperId' | 'message' | 'createdAt'> & {
  readonly askerId: MemberId | null;
};

const columns = `t.request_id as "requestId", t.helper_id as "helperId", t.asker_id as "askerId", t.message, t.created_at as "createdAt"`;
const toMe = `t.tenant_id = $1 and t.helper_id = (select app.me())`;

export const thanksStore = {
  async insert(tx: TenantTx, request: SupportRequest, thanks: readonly SupportThanks[]): Promise<void> {
    await tx.insert(
      'support_thanks',
      thanks.map(({ requestId, helperId, message, createdAt }) => ({
        requestId,
        helperId,
        audienceId: request.audienceId,
        askerId: request.authorId,
        message: message ?? '',
        createdAt,
      })),
    );
    await tx.insert(
      'support_given',
      thanks.map(({ requestId, helperId, gave, match, createdAt }) => ({
        requestId,
        helperId,
        askerId: request.authorId,
        asked: request.type,
        gave,
        match,
        createdAt,
      })),
    );
  },

  /** What the asker wrote down when a request was resolved. The receiver is null where they asked without a name. */
  async given(
    tx: TenantTx,
    id: SupportRequestId,
  ): Promise<
    (Pick<SupportThanks, 'requestId' | 'helperId' | 'gave' | 'createdAt'> & { askerId: MemberId | null })[]
  > {
    return tx.sql(
      'credits.given',
      `select request_id as "requestId", helper_id as "helperId", gave, created_at as "createdAt", asker_id as "askerId"
       from support_given where tenant_id = $1 and request_id = $2`,
      [tx.tenantId, id],
    );
  },

  /** The asker has given their name: their thanks carry it too. */
  async sign(tx: TenantTx, id: SupportRequestId, askerId: MemberId): Promise<void> {
    await tx.update('support_thanks', { requestId: id }, { askerId });
  },

  async of(tx: TenantTx, ids: readonly SupportRequestId[]): Promise<ShownThanks[]> {
    return tx.sql(
      'support.thanks-of',
      `select ${columns} from support_thanks t where t.tenant_id = $1 and t.request_id = any ($2) order by t.created_at, t.helper_id`,
      [tx.tenantId, ids],
    );
  },

  /** The viewer's own, newest first, also for requests that are out of their sight by now. */
  async toMe(tx: TenantTx, { first, after }: Page): Promise<ShownThanks[]> {
    return tx.sql(
      'support.thanks-to-me',
      `select ${columns} from support_thanks t where ${toMe}
         and ($3::timestamptz is null or (t.created_at, t.request_id) < ($3, $4::uuid))
       order by t.created_at desc, t.request_id desc limit $2`,
      [tx.tenantId, first + 1, after?.[0] ?? null, after?.[1] ?? null],
    );
  },

  async countToMe(tx: TenantTx): Promise<number> {
    const [row] = await tx.sql(
      'support.count-thanks-to-me',
      `select count(*)::int as count from support_thanks t where ${toMe}`,
      [tx.tenantId],
    );
    return row?.count ?? 0;
  },
};
