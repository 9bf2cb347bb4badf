import { agendaStepName } from '@yoriai/domain/meetings';
import type { Meeting } from '@yoriai/domain/meetings';
import { v7 as uuidv7 } from 'uuid';
import type { Plan } from './operations.js';
import { membersSql, type Member } from './sql.js';

/** The other operations of the bench, written by hand for speed alone. */
export interface Me {
  readonly tenant_id: string;
  readonly member_id: string;
  readonly role: string;
}
/** One transaction of a member. */
export interface Transaction {
  readonly me: Me;
  readonly now: Date;
  rows<Row extends object>(name: string, text: string, values: readonly unknown[]): Promise<Row[]>;
}
type Twin = (tx: Transaction, variables: never, plan: Plan) => Promise<object>;

interface MeetingRow {
  readonly id: string;
  readonly group_id: string;
  readonly title: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly status: string;
  readonly format: string;
  readonly place: string | null;
}
interface Person {
  readonly member_id: string;
}

const uuidOf = (publicId: string): string => publicId.slice(4);
const meetingColumns = 'id, group_id, title, starts_at, ends_at, status, format, place';

const ofMeeting = (row: MeetingRow, viewerRsvp: string | null, groupName: string | undefined) => ({
  id: `mtg_${row.id}`,
  title: row.title,
  startsAt: row.starts_at.toISOString(),
  endsAt: row.ends_at.toISOString(),
  status: row.status,
  format: row.format,
  place: row.place,
  viewerRsvp,
  group: { id: `grp_${row.group_id}`, name: groupName },
});
const groupsSql = 'select id, name from "group" where tenant_id = $1 and id = any ($2)';
const peopleSql = `select member_id from group_membership where tenant_id = $1 and group_id = $2 order by joined_at, member_id`;
const answersSql =
  'select member_id, answer, note from meeting_rsvp where tenant_id = $1 and meeting_id = $2';

async function home({ me, rows }: Transaction, { from }: { from: string }): Promise<object> {
  const meetings = await rows<MeetingRow>(
    'meetings',
    `select ${meetingColumns} from meeting where tenant_id = $1 and ends_at > $2 order by starts_at, id limit 10`,
    [me.tenant_id, from],
  );
  const answers = await rows<{ meeting_id: string; answer: string }>(
    'answers',
    'select meeting_id, answer from meeting_rsvp where tenant_id = $1 and member_id = $2 and meeting_id = any ($3)',
    [me.tenant_id, me.member_id, meetings.map(({ id }) => id)],
  );
  const groupIds = [...new Set(meetings.map((one) => one.group_id))];
  const groups = await rows<{ id: string; name: string }>('groups', groupsSql, [me.tenant_id, groupIds]);
  const requests = await rows<{
    id: string;
    title: string;
    created_at: Date;
    reply_count: number;
    author_id: string | null;
  }>(
    'open-requests',
    `select m.* from unnest((select app.my_audiences())::uuid[]) a (id) cross join lateral (
       select r.id, r.title, r.created_at, r.reply_count, r.author_id from support_request r
       where r.tenant_id = $1 and r.audience_id = a.id and r.status = 'OPEN' order by r.created_at desc, r.id desc limit 10) m
     order by m.created_at desc, m.id desc limit 10`,
    [me.tenant_id],
  );
  const news = await rows<{ id: string; body: string; created_at: Date; author_id: string }>(
    'good-news',
    `select m.* from unnest((select app.my_audiences())::uuid[]) a (id) cross join lateral (
       select r.id, r.body, r.created_at, r.author_id from good_news r
       where r.tenant_id = $1 and r.audience_id = a.id and r.withdrawn_at is null order by r.created_at desc, r.id desc limit 2) m
     order by m.created_at desc, m.id desc limit 2`,
    [me.tenant_id],
  );
  const ids = new Set([...requests, ...news].flatMap(({ author_id: id }) => (id ? [id] : [])));
  const members = await rows<Member>('members', membersSql, [me.tenant_id, [...ids]]);
  const [answerOf, nameOfGroup, memberOf] = [
    new Map(answers.map((row) => [row.meeting_id, row.answer])),
    new Map(groups.map((row) => [row.id, row.name])),
    new Map(members.map((row) => [row.id, row])),
  ];
  const person = (id: string | null) => {
    const row = id === null ? undefined : memberOf.get(id);
    return row ? { id: `mem_${row.id}`, displayName: row.display_name } : null;
  };
  const edges = (nodes: object[]) => ({ edges: nodes.map((node) => ({ node })) });
  return {
    meetings: edges(
      meetings.map((row) => ofMeeting(row, answerOf.get(row.id) ?? null, nameOfGroup.get(row.group_id))),
    ),
    supportRequests: edges(
      requests.map((row) => ({
        id: `srq_${row.id}`,
        title: row.title,
        createdAt: row.created_at.toISOString(),
        replyCount: row.reply_count,
        author: person(row.author_id),
      })),
    ),
    goodNews: edges(
      news.map((row) => ({
        id: `gnw_${row.id}`,
        body: row.body,
        createdAt: row.created_at.toISOString(),
        author: person(row.author_id),
      })),
    ),
  };
}

interface Answer {
  readonly member_id: string;
  readonly answer: string;
  readonly note: string | null;
}

async function meeting({ me, rows }: Transaction, { id }: { id: string }): Promise<object> {
  const [row] = await rows<MeetingRow & { agenda: Meeting['agenda'] }>(
    'meeting',
    `select ${meetingColumns}, agenda from meeting where tenant_id = $1 and id = $2`,
    [me.tenant_id, uuidOf(id)],
  );
  if (!row) return { node: null };
  const [group] = await rows<{ name: string }>('groups', groupsSql, [me.tenant_id, [row.group_id]]);
  const people = await rows<Person>('people', peopleSql, [me.tenant_id, row.group_id]);
  const answers = await rows<Answer>('rsvps', answersSql, [me.tenant_id, row.id]);
  const ids = people.map((one) => one.member_id);
  const members = await rows<Member>('members', membersSql, [me.tenant_id, ids]);
  const [answerOf, memberOf] = [
    new Map(answers.map((one) => [one.member_id, one])),
    new Map(members.map((one) => [one.id, one])),
  ];
  return {
    node: {
      ...ofMeeting(row, answerOf.get(me.member_id)?.answer ?? null, group?.name),
      agenda: row.agenda.map((step) => ({
        id: `stp_${step.id}`,
        name: agendaStepName(step, 'ja'),
        minutes: step.minutes,
        speakerRule: step.speakerRule,
      })),
      attendees: ids.map((one) => ({
        rsvp: answerOf.get(one)?.answer ?? null,
        note: answerOf.get(one)?.note ?? null,
        member: {
          id: `mem_${one}`,
          displayName: memberOf.get(one)?.display_name,
          businessName: memberOf.get(one)?.business_name,
        },
      })),
    },
  };
}

/** What happened, and a row for each who reads of it. */
async function publish(
  { me, now, rows }: Transaction,
  name: string,
  ids: object,
  { readers }: Plan,
): Promise<void> {
  const those = readers[name] ?? [];
  await rows(
    'publish',
    `with happened as (insert into domain_event (tenant_id, id, name, ids, actor_id, at) values ($1, $2, $3, $4, $5, $6))
     insert into delivery (tenant_id, id, event_id, reader, queue, due_at)
     select $1, d.id, $2, d.reader, d.queue, $6 from unnest($7::uuid[], $8::text[], $9::text[]) as d (id, reader, queue)`,
    [
      me.tenant_id,
      uuidv7(),
      name,
      JSON.stringify(ids),
      me.member_id,
      now,
      those.map(() => uuidv7()),
      those.map(({ reader }) => reader),
      those.map(({ queue }) => queue),
    ],
  );
}

async function rsvp(tx: Transaction, asked: { id: string; rsvp: string }, plan: Plan): Promise<object> {
  const { me, now, rows } = tx;
  const id = uuidOf(asked.id);
  const [held] = await rows<MeetingRow>(
    'hold',
    'select group_id, status, ends_at from meeting where tenant_id = $1 and id = $2 for share',
    [me.tenant_id, id],
  );
  if (!held || held.status === 'CANCELLED' || held.ends_at <= now) throw new Error('MEETING_OVER');
  const people = await rows<Person>('people', peopleSql, [me.tenant_id, held.group_id]);
  if (!people.some((one) => one.member_id === me.member_id)) throw new Error('NOT_FOUND');
  const written = await rows(
    'answer',
    `insert into meeting_rsvp as r (tenant_id, meeting_id, member_id, group_id, answer, note, given_by, given_at)
     values ($1, $2, $3, $4, $5, null, $3, $6)
     on conflict (tenant_id, meeting_id, member_id) do update
       set answer = excluded.answer, note = null, given_by = excluded.given_by, given_at = excluded.given_at, version = r.version + 1
       where (r.answer, r.note) is distinct from (excluded.answer, excluded.note)
     returning member_id`,
    [me.tenant_id, id, me.member_id, held.group_id, asked.rsvp, now],
  );
  const ids = { meetingId: id, groupId: held.group_id, memberId: me.member_id };
  if (written.length > 0) await publish(tx, 'meeting.rsvp-given', ids, plan);
  const answers = await rows<Answer>('rsvps', answersSql, [me.tenant_id, id]);
  const answerOf = new Map(answers.map((one) => [one.member_id, one.answer]));
  return {
    rsvpToMeeting: {
      id: asked.id,
      viewerRsvp: answerOf.get(me.member_id) ?? null,
      attendees: people.map((one) => ({
        rsvp: answerOf.get(one.member_id) ?? null,
        member: { id: `mem_${one.member_id}` },
      })),
    },
  };
}

async function reply(
  tx: Transaction,
  { input }: { input: { requestId: string; body: string } },
  plan: Plan,
): Promise<object> {
  const { me, now, rows } = tx;
  const id = uuidv7();
  const [request] = await rows<{
    id: string;
    group_id: string;
    audience_id: string;
    status: string;
    mine: boolean;
  }>(
    'lock',
    `select id, group_id, audience_id, status, coalesce(author_id = $3, false) as mine
     from support_request where tenant_id = $1 and id = $2 for update`,
    [me.tenant_id, uuidOf(input.requestId), me.member_id],
  );
  if (!request || !['OPEN', 'MATCHED'].includes(request.status)) throw new Error('REQUEST_CLOSED');
  await rows(
    'insert-reply',
    `insert into support_reply (tenant_id, id, request_id, audience_id, author_id, by_asker, body, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [me.tenant_id, id, request.id, request.audience_id, me.member_id, request.mine, input.body.trim(), now],
  );
  await rows(
    'touch',
    `update support_request set reply_count = reply_count + 1, last_activity_at = $3, expiry_asked_at = null
     where tenant_id = $1 and id = $2`,
    [me.tenant_id, request.id, now],
  );
  await publish(
    tx,
    'support.replied',
    { requestId: request.id, groupId: request.group_id, replyId: id },
    plan,
  );
  return { replyToSupportRequest: { id: `srp_${id}` } };
}

/** By the name of their operation. */
export const readingTwins: Readonly<Record<string, Twin>> = { Home: home, Meeting: meeting };
export const writingTwins: Readonly<Record<string, Twin>> = { Rsvp: rsvp, Reply: reply };
/** What one member has done this hour and today, in one statement. */
export const countSql = `insert into auth.throttle as t (bucket, key, starts_at, taken)
  select b, $1, app.now(), 1 from unnest(array['acts:hour', 'acts:day']) as b
  on conflict (bucket, key) do update set taken = t.taken + 1 returning taken`;
