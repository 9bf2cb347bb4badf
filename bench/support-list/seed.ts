import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  fromPublicId,
  publicId,
  type GroupId,
  type MemberId,
  type TenantId,
  type UserId,
} from '@yoriai/domain/kernel';
import { v7 as uuidv7 } from 'uuid';
import type { Application } from '../../apps/api/src/application.js';
import { meetingsStore } from '../../apps/api/src/meetings/meeting/meetings.store.js';
import { rsvpToMeeting } from '../../apps/api/src/meetings/meeting/rsvp-to-meeting.js';
import { scheduleMeetings } from '../../apps/api/src/meetings/meeting/schedule-meetings.js';
import { audiences } from '../../apps/api/src/platform/audiences/audiences.js';
import { Sessions } from '../../apps/api/src/platform/auth/sessions.js';
import { ReaderCatalogue } from '../../apps/api/src/platform/outbox/reader-catalogue.js';
import { Work } from '../../apps/api/src/platform/work/work.js';
import { postGoodNews } from '../../apps/api/src/support/good-news/post-good-news.js';
import { offerSupport } from '../../apps/api/src/support/offers/offer-support.js';
import { postSupportRequest } from '../../apps/api/src/support/requests/post-support-request.js';
import type { Plan } from './operations.js';

const people = 8;
const groups = 10;
const requestsPerGroup = 40;
const slug = 'bench';
const body =
  '先月から仕入れ値が上がり、常連のお客様にどう伝えるか迷っています。値上げの時期や伝え方について、皆さんの経験を聞かせてください。';

type Person = {
  readonly tenantId: TenantId;
  readonly memberId: MemberId;
  readonly userId: UserId;
  readonly role: 'MEMBER';
};

/**
 * A tenant of ten groups with eight people and forty requests each, two offers on each, written through the use cases; of the viewer's group
 * also twelve meetings and four good news.
 */
export async function seed({ app, database }: Application): Promise<Omit<Plan, 'ownerUrl'>> {
  const work = (app as NestFastifyApplication).get(Work);
  const tenantId = uuidv7() as TenantId;
  await work.asSystem(tenantId, 'bench', (tx) =>
    tx.sql(
      'bench.tenant',
      `insert into tenant (tenant_id, slug, name, time_zone, locale, created_at) values ($1, $2, '商工会', 'Asia/Tokyo', 'ja', $3)`,
      [tenantId, slug, tx.now],
    ),
  );
  let viewer: Person | null = null;
  const [requestIds, meetingIds]: string[][] = [[], []];
  for (let g = 0; g < groups; g++) {
    const members: Person[] = [];
    const groupId = uuidv7() as GroupId;
    for (let p = 0; p < people; p++) members.push(await join(p));
    await work.asSystem(tenantId, 'bench', async (tx) => {
      await tx.sql(
        'bench.group',
        `insert into "group" (tenant_id, id, name, purpose, template, capacity, status, created_by, created_at) values ($1, $2, '水曜会', '毎月の振り返り', 'MIXED', 8, 'ACTIVE', $3, $4)`,
        [tenantId, groupId, members[0]!.memberId, tx.now],
      );
      for (const { memberId } of members) {
        await tx.sql(
          'bench.membership',
          `insert into group_membership (tenant_id, group_id, member_id, role, joined_at) values ($1, $2, $3, 'MEMBER', $4)`,
          [tenantId, groupId, memberId, tx.now],
        );
        await audiences.memberJoinedGroup(tx, groupId, memberId);
      }
    });
    for (let r = 0; r < requestsPerGroup; r++) {
      const [author, first, second] = [0, 1, 2].map((n) => members[(r + n) % people]!) as [
        Person,
        Person,
        Person,
      ];
      const requestId = await work.inTenant(author, (tx) =>
        postSupportRequest(tx, {
          ...{
            groupId,
            type: 'INFORMATIONAL',
            wanted: 'EXPERIENCE',
            urgency: 'NORMAL',
            audience: 'GROUP',
            chosenMemberIds: [],
          },
          ...{
            title: `値上げの伝え方 ${r}`,
            body,
            anonymous: false,
            acceptsPaid: false,
            includeNewcomers: false,
          },
        }),
      );
      if (!viewer && author !== members[people - 1]) requestIds!.push(publicId('SupportRequest', requestId));
      for (const helper of [first, second])
        await work.inTenant(helper, (tx) =>
          offerSupport(tx, {
            requestId,
            message: '去年うちでも経験しました。お話しできます。',
            terms: 'FREE',
            price: null,
            reason: null,
          }),
        );
    }
    if (viewer) continue;
    viewer = members[people - 1]!;
    await work.asSystem(tenantId, 'bench', async (tx) => {
      const startsAtLocal = `${new Date(tx.now.getTime() + 7 * 86_400_000).toISOString().slice(0, 10)}T19:00`;
      const seriesId = await scheduleMeetings(tx, {
        groupId,
        title: '例会',
        startsAtLocal,
        rule: 'FREQ=WEEKLY;COUNT=12',
        timeZone: 'Asia/Tokyo',
        durationMinutes: 120,
        format: 'IN_PERSON',
        place: '商工会 二階',
      });
      const meetings = await meetingsStore.ofSeries(tx, [seriesId]);
      meetingIds!.push(...meetings.map(({ id }) => publicId('Meeting', id)));
    });
    for (const meetingId of meetingIds!)
      for (const [n, member] of members.entries())
        await work.inTenant(member, (tx) =>
          rsvpToMeeting(tx, { meetingId: fromPublicId('Meeting', meetingId)!, rsvp: n % 3 ? 'YES' : 'NO' }),
        );
    for (const member of members.slice(0, 4))
      await work.inTenant(member, (tx) =>
        postGoodNews(tx, { groupId, audience: 'GROUP', body: '新しい店を開きました。' }),
      );
  }
  const cookie = `session=${await (app as NestFastifyApplication).get(Sessions).start(viewer!.userId, tenantId, 'bench')}`;
  const readersOf = (name: string) => app.get(ReaderCatalogue).of(name);
  const read = ['meeting.rsvp-given', 'support.replied'];
  return {
    slug,
    cookie,
    requestIds: requestIds!,
    meetingIds: meetingIds!,
    from: new Date().toISOString(),
    readers: Object.fromEntries(read.map((name) => [name, readersOf(name)])),
  };

  async function join(n: number): Promise<Person> {
    const [memberId, userId] = [uuidv7() as MemberId, uuidv7() as UserId];
    await database.auth.query(
      `insert into auth."user" (id, email, email_proven_at, created_at) values ($1, $2, app.now(), app.now())`,
      [userId, `${memberId}@example.jp`],
    );
    await work.asSystem(tenantId, 'bench', async (tx) => {
      await tx.sql(
        'bench.member',
        `insert into member (tenant_id, id, user_id, display_name, kana, business_name, role, status, created_at) values ($1, $2, $3, $4, 'やまだ はなこ', $5, 'MEMBER', 'ACTIVE', $6)`,
        [tenantId, memberId, userId, `山田 花子${n}`, `喫茶 みなと${n}`, tx.now],
      );
      await audiences.memberActivated(tx, memberId);
    });
    return { tenantId, memberId, userId, role: 'MEMBER' };
  }
}
