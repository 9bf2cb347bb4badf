import type { MemberId } from '@yoriai/domain/kernel';
import { mutesShown, type SupportRequestId } from '@yoriai/domain/support';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

/** One's own mutes; row-level security hides those of others. */
export const mutesStore = {
  async mute(tx: TenantTx, memberId: MemberId, muted: MemberId): Promise<void> {
    await tx.sql(
      'mutes.mute',
      `insert into muted_member (tenant_id, member_id, muted_id, created_at) values ($1, $2, $3, $4) on conflict do nothing`,
      [tx.tenantId, memberId, muted, tx.now],
    );
  },

  async unmute(tx: TenantTx, memberId: MemberId, muted: MemberId): Promise<void> {
    await tx.sql(
      'mutes.unmute',
      `delete from muted_member where tenant_id = $1 and member_id = $2 and muted_id = $3`,
      [tx.tenantId, memberId, muted],
    );
  },

  /** Newest first. */
  async mutedMembers(tx: TenantTx, memberId: MemberId): Promise<MemberId[]> {
    const rows = await tx.sql(
      'mutes.members',
      `select muted_id from muted_member where tenant_id = $1 and member_id = $2 order by created_at desc, muted_id limit $3`,
      [tx.tenantId, memberId, mutesShown],
    );
    return rows.map((row) => row.muted_id);
  },

  async mutedAmong(
    tx: TenantTx,
    memberId: MemberId,
    ids: readonly MemberId[],
  ): Promise<Map<MemberId, boolean>> {
    const rows = await tx.sql(
      'mutes.among',
      `select muted_id from muted_member where tenant_id = $1 and member_id = $2 and muted_id = any ($3::uuid[])`,
      [tx.tenantId, memberId, [...ids]],
    );
    return new Map(rows.map((row) => [row.muted_id, true]));
  },

  /** Those of them of whom this member has not had enough. */
  async unmuted(tx: TenantTx, memberId: MemberId, ids: readonly MemberId[]): Promise<MemberId[]> {
    const muted = await mutesStore.mutedAmong(tx, memberId, ids);
    return ids.filter((id) => !muted.has(id));
  },

  /** Whether this member wants nothing more of that one. */
  async hasMuted(tx: TenantTx, memberId: MemberId, other: MemberId): Promise<boolean> {
    return (await mutesStore.mutedAmong(tx, memberId, [other])).has(other);
  },

  async muteRequest(tx: TenantTx, memberId: MemberId, requestId: SupportRequestId): Promise<void> {
    await tx.sql(
      'mutes.mute-request',
      `insert into muted_request (tenant_id, member_id, request_id, created_at) values ($1, $2, $3, $4) on conflict do nothing`,
      [tx.tenantId, memberId, requestId, tx.now],
    );
  },

  async unmuteRequest(tx: TenantTx, memberId: MemberId, requestId: SupportRequestId): Promise<void> {
    await tx.sql(
      'mutes.unmute-request',
      `delete from muted_request where tenant_id = $1 and member_id = $2 and request_id = $3`,
      [tx.tenantId, memberId, requestId],
    );
  },

  /** Newest first. */
  async mutedRequests(tx: TenantTx, memberId: MemberId): Promise<SupportRequestId[]> {
    const rows = await tx.sql(
      'mutes.requests',
      `select request_id from muted_request where tenant_id = $1 and member_id = $2 order by created_at desc, request_id limit $3`,
      [tx.tenantId, memberId, mutesShown],
    );
    return rows.map((row) => row.request_id);
  },

  async mutedRequestsAmong(
    tx: TenantTx,
    memberId: MemberId,
    ids: readonly SupportRequestId[],
  ): Promise<Map<SupportRequestId, boolean>> {
    const rows = await tx.sql(
      'mutes.requests-among',
      `select request_id from muted_request where tenant_id = $1 and member_id = $2 and request_id = any ($3::uuid[])`,
      [tx.tenantId, memberId, [...ids]],
    );
    return new Map(rows.map((row) => [row.request_id, true]));
  },
};
