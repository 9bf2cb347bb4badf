import type { MemberId } from '@yoriai/domain/kernel';
import type { Invitation, InvitationId, TenantRole } from '@yoriai/domain/people';
import { found, refuse } from '../../platform/errors/must.js';
import type { Page } from '../../platform/graphql/connection.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

const columns = `i.id, i.member_id as "memberId", i.email, i.invited_by as "invitedBy", i.created_at as "createdAt", i.expires_at as "expiresAt",
  i.sent_at as "sentAt", i.accepted_at as "acceptedAt", i.revoked_at as "revokedAt", i.version`;
const open = `i.accepted_at is null and i.revoked_at is null`;

/** An invitation with what it says about the person. */
export type InvitationRow = Invitation & { readonly displayName: string; readonly role: TenantRole };

const withMember = `select ${columns}, m.display_name as "displayName", m.role
  from invitation i join member m on m.tenant_id = i.tenant_id and m.id = i.member_id where i.tenant_id = $1`;

export const invitationsStore = {
  byIds: (tx: TenantTx, ids: readonly InvitationId[]): Promise<InvitationRow[]> =>
    tx.sql('invitations.by-ids', `${withMember} and i.id = any ($2)`, [tx.tenantId, ids]),

  async lock(tx: TenantTx, id: InvitationId): Promise<Invitation> {
    const [invitation] = await tx.sql(
      'invitations.lock',
      `select ${columns} from invitation i where i.tenant_id = $1 and i.id = $2 for update`,
      [tx.tenantId, id],
    );
    return found(invitation);
  },

  async openFor(tx: TenantTx, by: { memberId?: MemberId; email?: string }): Promise<Invitation | null> {
    const [invitation] = await tx.sql(
      'invitations.open-for',
      `select ${columns} from invitation i where i.tenant_id = $1 and ${open} and (i.member_id = $2 or i.email = $3) for update`,
      [tx.tenantId, by.memberId ?? null, by.email ?? null],
    );
    return invitation ?? null;
  },

  /** The address of a place's last invitation, accepted or not. */
  async latestAddress(tx: TenantTx, memberId: MemberId): Promise<string | null> {
    const [row] = await tx.sql(
      'invitations.latest-address',
      `select email from invitation where tenant_id = $1 and member_id = $2 order by created_at desc, id desc limit 1`,
      [tx.tenantId, memberId],
    );
    return row?.email ?? null;
  },

  allOpen: (tx: TenantTx): Promise<Invitation[]> =>
    tx.sql('invitations.all-open', `select ${columns} from invitation i where i.tenant_id = $1 and ${open}`, [
      tx.tenantId,
    ]),

  /** Newest first; `first + 1` of them. */
  list: (tx: TenantTx, { first, after }: Page): Promise<InvitationRow[]> =>
    tx.sql(
      'invitations.list',
      `${withMember} and ${open} and ($2::timestamptz is null or (i.created_at, i.id) < ($2, $3::uuid))
       order by i.created_at desc, i.id desc limit $4`,
      [tx.tenantId, after?.[0] ?? null, after?.[1] ?? null, first + 1],
    ),

  /** Mails that went to people invited here: each writing of an invitation was one. */
  async countMails(tx: TenantTx): Promise<number> {
    const [row] = await tx.sql(
      'invitations.count-mails',
      `select coalesce(sum(version), 0)::int as mails from invitation where tenant_id = $1 and sent_at is not null`,
      [tx.tenantId],
    );
    return row?.mails ?? 0;
  },

  async insert(tx: TenantTx, invitation: Invitation): Promise<void> {
    const { id, createdAt, version } = invitation;
    await tx.insert('invitation', { ...rowOf(invitation), id, createdAt, version });
  },

  async save(tx: TenantTx, next: Invitation): Promise<void> {
    const { id, version } = next;
    const changed = await tx.update('invitation', { id, version }, { ...rowOf(next), version: version + 1 });
    if (changed !== 1) refuse({ code: 'CONFLICT' });
  },
};

/** One that was read with its member's name says more than its own table holds. */
const rowOf = ({ memberId, email, invitedBy, expiresAt, sentAt, acceptedAt, revokedAt }: Invitation) => ({
  memberId,
  email,
  invitedBy,
  expiresAt,
  sentAt,
  acceptedAt,
  revokedAt,
});
