import type { MemberId, UserId } from '@yoriai/domain/kernel';
import { profileOf, sortKeyOf, type Member, type MemberStatus, type Profile } from '@yoriai/domain/people';
import { audiences } from '../../platform/audiences/audiences.js';
import { found, refuse } from '../../platform/errors/must.js';
import type { Page } from '../../platform/graphql/connection.js';
import { search } from '../../platform/search/search.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

const columns = `id, user_id as "userId", display_name as "displayName", kana, phone, business_name as "businessName", industry, prefecture,
  strengths, role, status, version`;
/** Most names that one search can bring; more would not be read anyway. */
const mostFound = 2_000;

export interface MembersAsked {
  readonly search: string | null;
  readonly statuses: readonly MemberStatus[];
}
/** A member with the key that a list goes on from. */
export type ListedMember = Member & { readonly sortKey: string };

export const membersStore = {
  byIds: (tx: TenantTx, ids: readonly MemberId[]): Promise<Member[]> =>
    tx.sql('members.by-ids', `select ${columns} from member where tenant_id = $1 and id = any ($2)`, [
      tx.tenantId,
      ids,
    ]),

  /** Where a person can be written to, for whom the viewer may know it: an account's address, else where the invitation went. */
  async addresses(tx: TenantTx, ids: readonly MemberId[]): Promise<Map<MemberId, string>> {
    const rows = await tx.sql(
      'members.addresses',
      `select member_id, email from invitation
       where tenant_id = $1 and member_id = any ($2) and accepted_at is null and revoked_at is null
       union all select member_id, email from app.addresses($2)`,
      [tx.tenantId, ids],
    );
    return new Map(rows.map(({ member_id: id, email }) => [id, email]));
  },

  async byUser(tx: TenantTx, userId: UserId): Promise<Member | null> {
    const [member] = await tx.sql(
      'members.by-user',
      `select ${columns} from member where tenant_id = $1 and user_id = $2 for update`,
      [tx.tenantId, userId],
    );
    return member ?? null;
  },

  async lock(tx: TenantTx, id: MemberId): Promise<Member> {
    const [member] = await tx.sql(
      'members.lock',
      `select ${columns} from member where tenant_id = $1 and id = $2 for update`,
      [tx.tenantId, id],
    );
    return found(member);
  },

  /** A member together with the whole office, so that two admins cannot send each other away at the same moment. */
  async lockWithOffice(tx: TenantTx, id: MemberId): Promise<{ member: Member; admins: number }> {
    const rows = await tx.sql(
      'members.lock-with-office',
      `select ${columns} from member where tenant_id = $1 and (id = $2 or role = 'ADMIN') order by id for update`,
      [tx.tenantId, id],
    );
    const admins = rows.filter(
      ({ role, status, userId }) =>
        role === 'ADMIN' && userId !== null && (status === 'ACTIVE' || status === 'ON_LEAVE'),
    );
    return { member: found(rows.find((row) => row.id === id)), admins: admins.length };
  },

  /** Those of the office who can sign in. */
  async office(tx: TenantTx): Promise<MemberId[]> {
    const rows = await tx.sql(
      'members.office',
      `select id from member where tenant_id = $1 and role = 'ADMIN' and status in ('ACTIVE', 'ON_LEAVE') order by id`,
      [tx.tenantId],
    );
    return rows.map(({ id }) => id);
  },

  /** By kana; `first + 1` of them, from after the cursor's [sort key, id] on. */
  async list(tx: TenantTx, asked: MembersAsked, { first, after }: Page): Promise<ListedMember[]> {
    const ids = asked.search === null ? null : await search.find(tx, 'member', asked.search, mostFound);
    return tx.sql(
      'members.list',
      `select ${columns}, sort_key as "sortKey" from member
       where tenant_id = $1 and status = any ($2) and ($3::uuid[] is null or id = any ($3))
         and ($4::text is null or (sort_key, id) > ($4::text collate "C", $5::uuid))
       order by sort_key, id limit $6`,
      [tx.tenantId, asked.statuses, ids, after?.[0] ?? null, after?.[1] ?? null, first + 1],
    );
  },

  /** All members, for comparing with a roster. */
  all: (tx: TenantTx): Promise<Member[]> =>
    tx.sql('members.all', `select ${columns} from member where tenant_id = $1`, [tx.tenantId]),

  async insert(tx: TenantTx, member: Member): Promise<void> {
    await tx.insert('member', { ...rowOf(member), id: member.id, createdAt: tx.now });
    await index(tx, member);
    if (member.status === 'ACTIVE') await audiences.memberActivated(tx, member.id);
  },

  /** Writes a changed member; `was` is what was read under the lock. Returns it with its new version. */
  async save(tx: TenantTx, was: Member, next: Member): Promise<Member> {
    const saved = { ...next, version: was.version + 1 };
    const changed = await tx.update('member', { id: was.id, version: was.version }, rowOf(saved));
    if (changed !== 1) refuse({ code: 'CONFLICT' });
    await index(tx, saved);
    if (entered(next.status) && !entered(was.status)) await audiences.memberActivated(tx, next.id);
    if (!entered(next.status) && entered(was.status)) await audiences.memberEnded(tx, next.id);
    return saved;
  },
};

const entered = (status: MemberStatus): boolean => status === 'ACTIVE' || status === 'ON_LEAVE';

const rowOf = (member: Member) => ({
  ...profileOf(member),
  userId: member.userId,
  role: member.role,
  status: member.status,
  version: member.version,
  sortKey: sortKeyOf(member.kana, member.displayName),
});

/** Found by name, with and without the space in it, by furigana and by business. */
async function index(tx: TenantTx, member: Member): Promise<void> {
  await search.index(tx, {
    kind: 'member',
    id: member.id,
    audienceId: await audiences.tenant(tx),
    text: searchTextOf(member),
    at: tx.now,
  });
}
export const searchTextOf = ({ displayName, kana, businessName }: Profile): string =>
  [displayName, displayName.replace(/\s/gu, ''), kana, businessName]
    .filter((text) => text !== null)
    // What ends one and begins the other is no word.
    .join(' / ');
