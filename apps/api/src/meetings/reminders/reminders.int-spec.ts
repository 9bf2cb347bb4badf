import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { publicId, type MeetingId } from '@yoriai/domain/kernel';
import { Postbox } from '../../platform/testing/postbox.js';
import { startApp, type TestApp, type TestMember } from '../../platform/testing/start-app.js';
import {
  cancelMutation,
  circle,
  eveningIn,
  hoursBefore,
  plan,
  rescheduleMutation,
  rsvpMutation,
  schedule,
  type Circle,
} from '../meeting/meetings.factory.js';

let app: TestApp;
let post: Postbox;
let here: Circle;

beforeAll(async () => {
  post = await Postbox.open();
  app = await startApp({ SMTP_URL: post.url, PUBLIC_URL: 'https://yoriai.example' });
});
afterAll(async () => {
  await app?.stop();
  await post?.close();
});
beforeEach(async () => {
  here = await circle(app);
  post.mails.length = 0;
});

/** Each member's notices about the meeting itself, by kind. */
const bell = async (...people: TestMember[]): Promise<string[][]> =>
  Promise.all(
    people.map(async ({ memberId }) =>
      (
        await app.sql<{ kind: string }>(
          `select kind from notification where member_id = $1 and kind !~ '(role|nudge)' order by created_at, id`,
          [memberId],
        )
      ).map(({ kind }) => kind.replace('meeting.', '')),
    ),
  );
const make = async (inDays: number, changes: Record<string, unknown> = {}) => {
  const { meetings } = await schedule(
    here.clients.facilitator,
    plan(here.groupId, await eveningIn(app, inDays), changes),
  );
  await app.drain();
  return meetings[0]!;
};
const move = async (meetingId: string, inDays: number) =>
  (
    await here.clients.facilitator.ask<{ rescheduleMeeting: { startsAt: string } }>(rescheduleMutation, {
      input: { meetingId, startsAtLocal: await eveningIn(app, inDays) },
    })
  ).rescheduleMeeting;
const answer = (who: 'member' | 'quiet', id: string, rsvp: string) =>
  here.clients[who].ask(rsvpMutation, { id, rsvp });
const atNoon = async () => {
  const now = await app.advance(0);
  await app.advance((3 * 3600 - ((now.getTime() / 1000) % 86_400) + 86_400) % 86_400);
};

describe('reminders', () => {
  it('come 7 days, 24 hours and 1 hour before, once each, on screen and by mail', async () => {
    await atNoon();
    const meeting = await make(20);
    const { facilitator, member, quiet, neighbour, office } = here.people;
    for (const lead of [7 * 24, 24, 1]) {
      await hoursBefore(app, meeting, lead);
      await app.drain();
    }
    const all = ['reminder.7d', 'reminder.24h', 'reminder.1h'];
    expect(await bell(facilitator, member, quiet, neighbour, office)).toEqual([
      ['invite', ...all],
      ['invite', ...all],
      ['invite', ...all],
      [],
      [],
    ]);
    const about = post
      .to(member.email)
      .filter(({ raw }) => /^x-yoriai-notice: meeting\.(invite|reminder)/im.test(raw));
    expect(about).toHaveLength(4);
    expect(post.to(neighbour.email)).toEqual([]);
    const english = post.to(quiet.email).at(-1)!;
    expect(english.subject).toContain('Yoriai meeting');
    const japanese = post.to(member.email).at(-1)!;
    expect(japanese.subject).toContain('寄り合い 定例会');
    expect(japanese.raw).not.toContain(Buffer.from('月次レビュー').toString('base64').slice(0, 12));
    expect(japanese.text).not.toContain('月次レビュー');
  });

  it('do not come to those who declined, and come again to those who changed their mind', async () => {
    const meeting = await make(20);
    await answer('member', meeting.id, 'NO');
    await answer('quiet', meeting.id, 'ASYNC');
    await hoursBefore(app, meeting, 7 * 24);
    await answer('member', meeting.id, 'YES');
    await hoursBefore(app, meeting, 24);
    expect(await bell(here.people.member, here.people.quiet)).toEqual([
      ['invite', 'reminder.24h'],
      ['invite', 'reminder.7d', 'reminder.24h'],
    ]);
  });

  it('whose time passed before the meeting was made are not sent', async () => {
    const meeting = await make(3);
    await hoursBefore(app, meeting, 1);
    expect(await bell(here.people.member)).toEqual([['invite', 'reminder.1h']]);
  });

  it('stay silent after a cancellation', async () => {
    const meeting = await make(20);
    await hoursBefore(app, meeting, 7 * 24);
    await here.clients.facilitator.ask(cancelMutation, { id: meeting.id, reason: '台風のため' });
    for (const lead of [24, 1]) await hoursBefore(app, meeting, lead);
    expect(await bell(here.people.member)).toEqual([['invite', 'reminder.7d', 'cancelled']]);
  });

  it('move with the meeting, and come anew for its new time', async () => {
    const meeting = await make(20);
    await hoursBefore(app, meeting, 7 * 24);
    const moved = await move(meeting.id, 20);
    await app.drain();
    await hoursBefore(app, meeting, 1);
    expect(await bell(here.people.member)).toEqual([['invite', 'reminder.7d', 'moved']]);
    for (const lead of [7 * 24, 24, 1]) await hoursBefore(app, moved, lead);
    expect(await bell(here.people.member)).toEqual([
      ['invite', 'reminder.7d', 'moved', 'reminder.7d', 'reminder.24h', 'reminder.1h'],
    ]);
  });

  it('of every meeting that moved with the rest of its series follow it', async () => {
    const { meetings } = await schedule(
      here.clients.facilitator,
      plan(here.groupId, await eveningIn(app, 10), { rule: 'FREQ=WEEKLY;COUNT=3' }),
    );
    await here.clients.facilitator.ask(rescheduleMutation, {
      input: {
        meetingId: meetings[1]!.id,
        startsAtLocal: meetings[1]!.startsAtLocal.replace('T19:00', 'T08:00'),
        andFollowing: true,
      },
    });
    await app.drain();
    await hoursBefore(app, meetings[2]!, 11 + 24);
    expect(await bell(here.people.member)).toEqual([['invite', 'moved', 'reminder.24h']]);
    const due = await app.sql<{ n: number }>(
      `select count(*)::int as n from timer t join meeting m on m.tenant_id = t.tenant_id and m.id::text = t.key
       where m.group_id = $1 and t.name = 'meeting.reminder.1h' and t.due_at <> m.starts_at - interval '1 hour'`,
      [here.groupId],
    );
    expect(due[0]!.n).toBe(0);
  });

  it('whose time has passed are not rung again by what happens to the rest of the series', async () => {
    const meeting = await make(20, { rule: 'FREQ=WEEKLY;COUNT=3' });
    const [, , last] = await app.sql<{ id: MeetingId }>(
      'select id from meeting where group_id = $1 order by starts_at',
      [here.groupId],
    );
    await answer('member', meeting.id, 'NO');
    await hoursBefore(app, meeting, 7 * 24);
    await answer('member', meeting.id, 'YES');
    await here.clients.facilitator.ask(cancelMutation, { id: publicId('Meeting', last!.id), rest: true });
    await app.drain();
    expect(await bell(here.people.member)).toEqual([['invite', 'cancelled']]);
    await hoursBefore(app, meeting, 24);
    expect(await bell(here.people.member)).toEqual([['invite', 'cancelled', 'reminder.24h']]);
  });

  it('are the same however often the job runs', async () => {
    const meeting = await make(20);
    await hoursBefore(app, meeting, 24);
    const before = await bell(here.people.member, here.people.quiet);
    for (let again = 0; again < 3; again++) {
      await app.sql(`update timer set state = 'DUE' where name like 'meeting.reminder.%' and key = $1`, [
        meeting.id.slice(4),
      ]);
      await app.sql(
        `update delivery d set state = 'DUE' from domain_event e where e.id = d.event_id and e.name like 'meeting.%' and d.tenant_id = $1`,
        [here.tenant.id],
      );
      await Promise.all([app.drain(), app.drain(), app.drain()]);
    }
    expect(await bell(here.people.member, here.people.quiet)).toEqual(before);
  });

  it('after a long silence of the workers say it once, not three times', async () => {
    const meeting = await make(20);
    const now = await app.advance(0);
    await app.advance((Date.parse(meeting.startsAt) - now.getTime()) / 1000 - 1800);
    await app.drain();
    expect(await bell(here.people.member)).toEqual([['invite', 'reminder.1h']]);
  });
});

describe('a new series', () => {
  it('is announced once, not twelve times, also to its author', async () => {
    await make(20, { rule: 'FREQ=MONTHLY;COUNT=12' });
    expect(await bell(here.people.facilitator, here.people.member, here.people.quiet)).toEqual([
      ['invite'],
      ['invite'],
      ['invite'],
    ]);
  });
  it('brings the calendar and a link to answer with', async () => {
    await atNoon();
    await make(20, { rule: 'FREQ=MONTHLY;COUNT=12' });
    await app.drain();
    const mail = post.to(here.people.member.email)[0]!;
    const calendar = mail.attachments.find((part) => part.mimeType === 'text/calendar');
    expect(String(calendar && new TextDecoder().decode(calendar.content as ArrayBuffer))).toContain(
      'RRULE:FREQ=MONTHLY',
    );
    const token = /https:\/\/yoriai\.example\/rsvp#(\S+)/.exec(mail.text!)![1]!;
    const visitor = app.client();
    const look = `query ($token: String!) { rsvpLink(token: $token) { title groupName displayName rsvp over } }`;
    expect(await visitor.ask(look, { token })).toEqual({
      rsvpLink: {
        title: '月次レビュー',
        groupName: '水曜会',
        displayName: '山田 花子',
        rsvp: null,
        over: false,
      },
    });
    expect(
      await app.sql('select 1 from meeting_rsvp where member_id = $1', [here.people.member.memberId]),
    ).toEqual([]);
    const tap = `mutation ($token: String!, $rsvp: Rsvp!) { rsvpByLink(token: $token, rsvp: $rsvp) { rsvp } }`;
    expect(await visitor.ask(tap, { token, rsvp: 'YES' })).toEqual({ rsvpByLink: { rsvp: 'YES' } });
    expect(await visitor.ask(tap, { token, rsvp: 'NO' })).toEqual({ rsvpByLink: { rsvp: 'NO' } });
    expect(
      await app.sql('select answer from meeting_rsvp where member_id = $1', [here.people.member.memberId]),
    ).toEqual([{ answer: 'NO' }]);
    const off = `query ($token: String!) { rsvpLink(token: $token) { over cancelled cancelReason } }`;
    expect(await visitor.ask(off, { token })).toEqual({
      rsvpLink: { over: false, cancelled: false, cancelReason: null },
    });
    const [called] = await app.sql<{ id: string }>(
      `update meeting set status = 'CANCELLED', cancel_reason = '大雪のため' where group_id = $1 returning id`,
      [here.groupId],
    );
    expect(await visitor.ask(off, { token })).toEqual({
      rsvpLink: { over: true, cancelled: true, cancelReason: '大雪のため' },
    });
    expect(await visitor.refusal(tap, { token, rsvp: 'YES' })).toBe('MEETING_CANCELLED');
    await app.sql(`update meeting set status = 'SCHEDULED', cancel_reason = null where id = $1`, [
      called!.id,
    ]);
    for (const forged of [
      `${token}x`,
      token.slice(2),
      '',
      'a.b',
      token.replace(/^./, 'A'),
      'x'.repeat(5_000),
    ]) {
      expect(await visitor.ask(look, { token: forged })).toEqual({ rsvpLink: null });
      expect(await visitor.refusal(tap, { token: forged, rsvp: 'YES' })).toBe('NOT_FOUND');
    }
    await app.sql('delete from group_membership where member_id = $1', [here.people.member.memberId]);
    expect(await visitor.refusal(tap, { token, rsvp: 'YES' })).toBe('NOT_FOUND');
  });
});
