import { publicId, type GroupId } from '@yoriai/domain/kernel';
import type { TestApp, TestClient, TestMember, TestTenant } from '../../platform/testing/start-app.js';

/** Everything that the API says about a request. */
export const requestFields = `
  id audience type wanted urgency title body status anonymous mine acceptsPaid outcome createdAt updatedAt version replyCount
  group { id } author { id displayName }
  replies { edges { cursor node { id byAsker gives body createdAt author { id displayName } } } pageInfo { hasNextPage endCursor } }
  offers { id message terms price status createdAt helper { id displayName } }
  thanks { message createdAt from { id } to { id } }
  viewerCan { reply offer resolve withdraw edit reveal }`;

export interface SeenByTest {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly anonymous: boolean;
  readonly mine: boolean;
  readonly version: number;
  readonly replyCount: number;
  readonly outcome: string | null;
  readonly author: { readonly id: string; readonly displayName: string } | null;
  readonly group: { readonly id: string } | null;
  readonly replies: {
    readonly edges: readonly {
      readonly node: {
        readonly id: string;
        readonly byAsker: boolean;
        readonly gives: string | null;
        readonly body: string;
        readonly author: { readonly id: string } | null;
      };
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
  readonly offers: readonly {
    readonly id: string;
    readonly status: string;
    readonly terms: string;
    readonly helper: { readonly id: string };
  }[];
  readonly thanks: readonly {
    readonly message: string;
    readonly from: { readonly id: string } | null;
    readonly to: { readonly id: string };
  }[];
  readonly viewerCan: Readonly<
    Record<'reply' | 'offer' | 'resolve' | 'withdraw' | 'edit' | 'reveal', boolean>
  >;
}

export const requestInput = (groupId: GroupId | null, change: Record<string, unknown> = {}) => ({
  ...(groupId ? { groupId: publicId('Group', groupId) } : {}),
  type: 'INFORMATIONAL',
  wanted: 'EXPERIENCE',
  title: '値上げの伝え方',
  body: '常連さんにどう伝えましたか。経験を知りたいです。',
  ...change,
});

const postDocument = `mutation ($input: PostSupportRequestInput!) { postSupportRequest(input: $input) { ${requestFields} } }`;
export const postRequest = async (
  client: TestClient,
  groupId: GroupId | null,
  change: Record<string, unknown> = {},
): Promise<SeenByTest> =>
  (
    await client.ask<{ postSupportRequest: SeenByTest }>(postDocument, {
      input: requestInput(groupId, change),
    })
  ).postSupportRequest;
export const refusedPost = (
  client: TestClient,
  groupId: GroupId | null,
  change: Record<string, unknown> = {},
): Promise<string> => client.refusal(postDocument, { input: requestInput(groupId, change) });

/** The request as this person sees it, or null. */
export const seeRequest = async (client: TestClient, id: string): Promise<SeenByTest | null> =>
  (
    await client.ask<{ node: SeenByTest | null }>(
      `query ($id: ID!) { node(id: $id) { ... on SupportRequest { ${requestFields} } } }`,
      { id },
    )
  ).node;

/** Titles of what a list shows, newest first. */
export const listTitles = async (
  client: TestClient,
  filter: Record<string, unknown> = {},
): Promise<string[]> => {
  const { supportRequests } = await client.ask<{ supportRequests: { edges: { node: { title: string } }[] } }>(
    `query ($filter: SupportRequestFilter) { supportRequests(filter: $filter, first: 100) { edges { node { title } } } }`,
    { filter },
  );
  return supportRequests.edges.map(({ node }) => node.title);
};

export interface Circle {
  readonly tenant: TestTenant;
  readonly groupId: GroupId;
  readonly members: readonly TestMember[];
  readonly clients: readonly TestClient[];
}

const names = ['佐藤 健', '鈴木 美咲', '高橋 誠', '田中 由美', '伊藤 大輔', '渡辺 恵', '山本 翔', '中村 彩'];

/** A tenant with one group of so many people, each with a browser. */
export async function circle(app: TestApp, size = 6): Promise<Circle> {
  const tenant = await app.tenant();
  const members = await app.members(
    tenant,
    names.slice(0, size).map((name) => ({ name })),
  );
  const groupId = await app.group(tenant, members);
  return { tenant, groupId, members, clients: await Promise.all(members.map((member) => app.as(member))) };
}

/** A group whose first member facilitates it. */
export async function led(app: TestApp, size = 6): Promise<Circle> {
  const here = await circle(app, size);
  await app.sql(`update group_membership set role = 'FACILITATOR' where tenant_id = $1 and member_id = $2`, [
    here.tenant.id,
    here.members[0]!.memberId,
  ]);
  return here;
}

/** A neighbour in the same organisation, the office, and a member of another organisation. */
export async function outsiders(app: TestApp, here: Circle): Promise<TestClient[]> {
  const there = await circle(app, 1);
  const neighbour = await app.member(here.tenant, { name: '隣 人' });
  await app.group(here.tenant, [neighbour], '木曜会');
  const office = await app.member(here.tenant, { name: '事務 局', role: 'ADMIN' });
  return [there.clients[0]!, await app.as(neighbour), await app.as(office)];
}
