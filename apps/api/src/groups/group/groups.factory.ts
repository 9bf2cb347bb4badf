import type { GroupId } from '@yoriai/domain/kernel';
import { publicId } from '../../platform/graphql/ids.js';
import type { TestApp, TestClient, TestMember, TestTenant } from '../../platform/testing/start-app.js';
import { addGroupMember } from '../memberships/add-group-member.js';
import { createGroup } from './create-group.js';
import { markFirstContent } from './mark-first-content.js';

/** A centre with its office, a group led by one member, and a member who is in no group. */
export interface Village {
  readonly tenant: TestTenant;
  readonly admin: TestMember;
  readonly leader: TestMember;
  readonly peer: TestMember;
  readonly stranger: TestMember;
  readonly groupId: GroupId;
  /** The group's id as GraphQL says it. */
  readonly group: string;
}

/** Made through the use cases. `talking`: something has been said in confidence, so people now come in by proposal. */
export async function village(
  app: TestApp,
  { capacity = 8, talking = false }: { capacity?: number; talking?: boolean } = {},
): Promise<Village> {
  const tenant = await app.tenant();
  const [admin, leader, peer, stranger] = await app.members(tenant, [
    { role: 'ADMIN', name: '事務局 一郎' },
    { name: '佐藤 進' },
    { name: '鈴木 花' },
    { name: '田中 次郎' },
  ]);
  const groupId = await app.work.inTenant(admin, async (tx) => {
    const id = await createGroup(tx, { name: '水曜の会', purpose: '毎月会って話す', capacity });
    await addGroupMember(tx, { groupId: id, memberId: leader.memberId, role: 'FACILITATOR' });
    await addGroupMember(tx, { groupId: id, memberId: peer.memberId });
    return id;
  });
  if (talking) await app.work.inTenant(peer, (tx) => markFirstContent(tx, groupId));
  return { tenant, admin, leader, peer, stranger, groupId, group: publicId('Group', groupId) };
}

/** What the groups page asks for. */
export const groupFields = `id name purpose goals capacity status version programme { name }
  charter { version clauses signedByViewer }
  memberships { member { id displayName } role deputy takesPart charterSigned version }
  proposals { id member { displayName } proposedBy { displayName } decidesAt concernByViewer concerns { note member { displayName } }
              viewerCan { raiseConcern accept withdraw } }
  joinLinks { id code url uses revokedAt }
  viewerCan { scheduleMeetings invite postSupportRequest edit leave seeContent }`;

export interface ShownGroup {
  readonly id: string;
  readonly name: string;
  readonly goals: string[];
  readonly capacity: number;
  readonly status: string;
  readonly version: number;
  readonly programme: { name: string } | null;
  readonly charter: { version: number; clauses: string[]; signedByViewer: boolean };
  readonly memberships: {
    member: { id: string; displayName: string };
    role: string;
    deputy: boolean;
    takesPart: boolean;
    charterSigned: boolean;
    version: number;
  }[];
  readonly proposals: {
    id: string;
    member: { displayName: string };
    proposedBy: { displayName: string };
    decidesAt: string;
    concernByViewer: boolean;
    concerns: { note: string; member: { displayName: string } }[];
    viewerCan: { raiseConcern: boolean; accept: boolean; withdraw: boolean };
  }[];
  readonly joinLinks: { id: string; code: string; url: string; uses: number; revokedAt: string | null }[];
  readonly viewerCan: Record<string, boolean>;
}

/** The group as this person sees it, or null. */
export async function look(client: TestClient, group: string): Promise<ShownGroup | null> {
  const query = `query ($id: ID!) { node(id: $id) { ... on Group { ${groupFields} } } }`;
  return (await client.ask<{ node: ShownGroup | null }>(query, { id: group })).node;
}
