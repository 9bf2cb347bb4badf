import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { publicId } from '@yoriai/domain/kernel';
import { Postbox, type ReceivedMail } from '../../platform/testing/postbox.js';
import { startApp, type TestApp } from '../../platform/testing/start-app.js';
import { InvitedCalendar, manners, parseCalendar } from './calendar-program.factory.js';
import {
  cancelMutation,
  circle,
  editMutation,
  eveningIn,
  plan,
  rescheduleMutation,
  rsvpMutation,
  schedule,
  type Circle,
  type SeenMeeting,
} from '../meeting/meetings.factory.js';

let app: TestApp;
let post: Postbox;
let here: Circle;
beforeAll(async () => {
  post = await Postbox.open();
  app = await startApp({
    SMTP_URL: post.url,
    PUBLIC_URL: 'https://yoriai.example',
    MAIL_FROM: '寄り合い事務局 <kai@yoriai.example>',
  });
});
afterAll(async () => {
  await app?.stop();
  await post?.close();
});
beforeEach(async () => {
  here = await circle(app);
  post.mails.length = 0;
});

/** It is quiet for as long as mails about changes wait. */
const quiet = async (): Promise<void> => {
  await app.drain();
  await app.advance(5 * 60);
  await app.drain();
};
/** The mails to one of the group since last time, in the order of their coming. */
const mailsTo = async (who: keyof Circle['people']): Promise<ReceivedMail[]> => {
  await quiet();
  const mails = post.to(here.people[who].email);
  post.mails.length = 0;
  return mails;
};
/** The attached file to the byte: what a mail program saves, or hands to the calendar. */
const attachedTo = ({ raw }: ReceivedMail): string | null => {
  const [, encoded] = /Content-Type: application\/ics[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\s]+)/.exec(raw) ?? [];
  return encoded === undefined ? null : Buffer.from(encoded, 'base64').toString('utf8');
};
const calendarOf = (mail: ReceivedMail): string => attachedTo(mail)!.replaceAll('\r\n ', '');
const ask = (query: string, variables: Record<string, unknown>) =>
  here.clients.facilitator.ask<Record<string, SeenMeeting>>(query, variables);
const withTime = ({ id, startsAtLocal }: SeenMeeting, time: string, andFollowing = false) => ({
  input: { meetingId: id, startsAtLocal: `${startsAtLocal.slice(0, 10)}T${time}`, andFollowing },
});

/** What a member finds in the product, and what in a calendar: when and where. */
const datesOf = async (who: keyof Circle['people']): Promise<unknown[]> => {
  const { meetings } = await here.clients[who].ask<{
    meetings: { edges: { node: Pick<SeenMeeting, 'startsAt' | 'place' | 'status'> }[] };
  }>(`{ meetings(first: 100) { edges { node { startsAt place status } } } }`);
  const on = meetings.edges.filter(({ node }) => node.status === 'SCHEDULED');
  return on.map(({ node }) => [node.startsAt, node.place]);
};
/** One person's calendars, each in a program of another manner. */
class Programs {
  private readonly each = manners.map((manner) => new InvitedCalendar(manner));
  receive(text: string, method?: string): void {
    for (const calendar of this.each) calendar.receive(text, method);
  }
  /** What all of them show. */
  shows(): unknown[] {
    const [shown, ...others] = this.each.map((one) =>
      one.shows().map(({ starts, place }) => [starts, place]),
    );
    for (const other of others) expect(other).toEqual(shown);
    return shown!;
  }
}
const shownIn = (calendar: Programs): unknown[] => calendar.shows();
/** Puts the invitations of all mails since last time into the calendar; answers with what they were. */
const receive = async (calendar: Programs, who: keyof Circle['people']): Promise<string[]> =>
  (await mailsTo(who)).flatMap((mail) => {
    const attached = attachedTo(mail);
    const [, method] = /Content-Type: text\/calendar; charset=utf-8; method=(\w+)/.exec(mail.raw) ?? [];
    if (attached) calendar.receive(attached, method);
    return method ?? [];
  });

describe('invitations by mail', () => {
  it('keep the calendar of a member who only reads their mails the same as the product', async () => {
    const calendar = new Programs();
    const { meetings } = await schedule(
      here.clients.facilitator,
      plan(here.groupId, await eveningIn(app, 20), { rule: 'FREQ=WEEKLY;COUNT=8' }),
    );
    const acts: [say: string, act: () => Promise<unknown>, mails: number][] = [
      ['made', async () => undefined, 1],
      ['moved', () => ask(rescheduleMutation, withTime(meetings[1]!, '20:15')), 1],
      ['elsewhere', () => ask(editMutation, { input: { meetingId: meetings[2]!.id, place: '別館' } }), 1],
      ['retitled', () => ask(editMutation, { input: { meetingId: meetings[2]!.id, title: '秋の会' } }), 0],
      ['called off', () => ask(cancelMutation, { id: meetings[3]!.id }), 1],
      ['rest moved', () => ask(rescheduleMutation, withTime(meetings[4]!, '08:30', true)), 3],
      ['moved again', () => ask(rescheduleMutation, withTime(meetings[5]!, '09:45')), 1],
      ['rest off', () => ask(cancelMutation, { id: meetings[6]!.id, rest: true }), 2],
      ['all off', () => ask(cancelMutation, { id: meetings[0]!.id, rest: true }), 1],
    ];
    for (const [say, act, count] of acts) {
      await act();
      const mails = await mailsTo('member');
      expect([say, mails.length]).toEqual([say, count]);
      for (const mail of mails) {
        const [, method] = /Content-Type: text\/calendar; charset=utf-8; method=(\w+)/.exec(mail.raw) ?? [];
        const attached = attachedTo(mail)!;
        const inline = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar')!;
        // The parser of these mails changes the line ends of text.
        expect(new TextDecoder().decode(inline.content as ArrayBuffer)).toBe(
          attached.replaceAll('\r\n', '\n'),
        );
        calendar.receive(attached, method);
        expect(mail.text).not.toContain('月次レビュー');
      }
      expect([say, shownIn(calendar)]).toEqual([say, await datesOf('member')]);
    }
    expect(calendar.shows()).toHaveLength(2);
  });

  it('take each date that went on to another series out of the old one, from those who had been told of it there', async () => {
    const { meetings } = await schedule(
      here.clients.facilitator,
      plan(here.groupId, await eveningIn(app, 20), { rule: 'FREQ=WEEKLY;COUNT=6' }),
    );
    await ask(rescheduleMutation, withTime(meetings[4]!, '20:15'));
    const told = await mailsTo('member');
    const versions = new Map<string, number>();
    const inSeries = (mail: ReceivedMail) => parseCalendar(attachedTo(mail)!).getAllSubcomponents('vevent');
    for (const event of told.flatMap(inSeries))
      versions.set(
        String(event.getFirstPropertyValue('recurrence-id')),
        Number(event.getFirstPropertyValue('sequence')),
      );
    await ask(rescheduleMutation, withTime(meetings[3]!, '08:30', true));
    const off = (await mailsTo('member')).at(-1)!;
    expect(calendarOf(off)).toContain('METHOD:CANCEL');
    const gone = inSeries(off).map((event) => [
      String(event.getFirstPropertyValue('recurrence-id')).slice(0, 16),
      Number(event.getFirstPropertyValue('sequence')) >
        versions.get(String(event.getFirstPropertyValue('recurrence-id')))!,
    ]);
    expect(gone).toEqual(meetings.slice(3).map(({ startsAtLocal }) => [startsAtLocal.slice(0, 16), true]));

    await here.clients.facilitator.ask(
      `mutation ($input: AddGroupMemberInput!) { addGroupMember(input: $input) { id } }`,
      {
        input: {
          groupId: publicId('Group', here.groupId),
          memberId: publicId('Member', here.people.neighbour.memberId),
        },
      },
    );
    const calendar = new Programs();
    expect(await receive(calendar, 'neighbour')).toEqual(['REQUEST', 'REQUEST']);
    await ask(rescheduleMutation, withTime(meetings[5]!, '09:45', true));
    expect(await receive(calendar, 'neighbour')).toEqual(['REQUEST', 'REQUEST', 'CANCEL']);
    expect(shownIn(calendar)).toEqual(await datesOf('neighbour'));
  });

  it('reach the facilitator like every attendee: new dates, moves and cancellations of her own making', async () => {
    const calendar = new Programs();
    const { meetings } = await schedule(
      here.clients.facilitator,
      plan(here.groupId, await eveningIn(app, 20), { rule: 'FREQ=WEEKLY;COUNT=4' }),
    );
    expect(await receive(calendar, 'facilitator')).toEqual(['REQUEST']);
    await ask(rescheduleMutation, withTime(meetings[1]!, '20:15'));
    expect(await receive(calendar, 'facilitator')).toEqual(['REQUEST']);
    await ask(cancelMutation, { id: meetings[2]!.id });
    expect(await receive(calendar, 'facilitator')).toEqual(['CANCEL']);
    expect(shownIn(calendar)).toEqual(await datesOf('facilitator'));
  });

  it('name an address with % ? # so that every program reads the same one', async () => {
    const address = `50%off?x#y${here.people.member.email}`;
    await app.sql(`update auth."user" set email = $1 where email = $2`, [address, here.people.member.email]);
    await schedule(here.clients.facilitator, plan(here.groupId, await eveningIn(app, 20)));
    await app.drain();
    const [mail] = post.mails.filter(({ to }) => JSON.stringify(to).includes('off'));
    const [event] = parseCalendar(attachedTo(mail!)!).getAllSubcomponents('vevent');
    const attendee = new URL(String(event!.getFirstPropertyValue('attendee')));
    expect([attendee.protocol, attendee.search, attendee.hash]).toEqual(['mailto:', '', '']);
    expect(decodeURIComponent(attendee.pathname)).toBe(address);
  });

  it('lead from each date to its own meeting', async () => {
    const { meetings } = await schedule(
      here.clients.facilitator,
      plan(here.groupId, await eveningIn(app, 20), { rule: 'FREQ=WEEKLY;COUNT=4' }),
    );
    const [mail] = await mailsTo('member');
    const dates = parseCalendar(attachedTo(mail!)!)
      .getAllSubcomponents('vevent')
      .filter((event) => event.hasProperty('recurrence-id'));
    expect(dates.map((event) => String(event.getFirstPropertyValue('url')).split('/').at(-1))).toEqual(
      meetings.map(({ id }) => id),
    );
  });

  it('come from the mailbox that organises, to the reader alone, with their own answer', async () => {
    const { meetings } = await schedule(
      here.clients.facilitator,
      plan(here.groupId, await eveningIn(app, 20)),
    );
    const [first] = await mailsTo('member');
    expect(first!.from?.address).toBe('kai@yoriai.example');
    expect(calendarOf(first!)).toContain('ORGANIZER;CN="寄り合い事務局":mailto:kai@yoriai.example');
    expect(calendarOf(first!)).toContain(
      `PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:${here.people.member.email}`,
    );
    expect(calendarOf(first!).match(/ATTENDEE/g)).toHaveLength(1);
    await here.clients.member.ask(rsvpMutation, { id: meetings[0]!.id, rsvp: 'NO' });
    await here.clients.quiet.ask(rsvpMutation, { id: meetings[0]!.id, rsvp: 'ASYNC' });
    await ask(rescheduleMutation, withTime(meetings[0]!, '18:00'));
    await quiet();
    expect(calendarOf(post.to(here.people.member.email)[0]!)).toContain('PARTSTAT=DECLINED');
    const english = post.to(here.people.quiet.email)[0]!;
    expect(calendarOf(english)).toContain('PARTSTAT=TENTATIVE');
    expect(calendarOf(english)).toContain('SUMMARY:Yoriai meeting');
    for (const who of ['neighbour', 'stranger'] as const) expect(post.to(here.people[who].email)).toEqual([]);
  });

  it('of a meeting that stands alone keep their UID when it moves “with all that follow”', async () => {
    const { meetings } = await schedule(
      here.clients.facilitator,
      plan(here.groupId, await eveningIn(app, 20)),
    );
    const [invited] = await mailsTo('member');
    await ask(rescheduleMutation, withTime(meetings[0]!, '18:00', true));
    const mails = await mailsTo('member');
    expect(mails).toHaveLength(1);
    const uid = /UID:\S+/;
    expect(uid.exec(calendarOf(mails[0]!))![0]).toBe(uid.exec(calendarOf(invited!))![0]);
  });
});

describe('the dates of a group', () => {
  const join = `mutation ($input: AddGroupMemberInput!) { addGroupMember(input: $input) { id } }`;
  const remove = `mutation ($groupId: ID!, $memberId: ID!) { removeGroupMember(groupId: $groupId, memberId: $memberId) { id } }`;
  const setStatus = `mutation ($input: UpdateMemberInput!) { updateMember(input: $input) { id } }`;
  const ids = (who: keyof Circle['people']) => ({
    groupId: publicId('Group', here.groupId),
    memberId: publicId('Member', here.people[who].memberId),
  });
  const make = async (count: number) =>
    schedule(
      here.clients.facilitator,
      plan(here.groupId, await eveningIn(app, 20), { rule: `FREQ=WEEKLY;COUNT=${count}` }),
    );
  const become = async (who: keyof Circle['people'], status: string) =>
    here.clients.office.ask(setStatus, { input: { memberId: ids(who).memberId, status } });

  it('come to a newcomer as they stand, leave with a member who is removed, and come back with them', async () => {
    const { meetings } = await make(6);
    await ask(rescheduleMutation, withTime(meetings[1]!, '20:15'));
    await ask(cancelMutation, { id: meetings[2]!.id });
    await ask(cancelMutation, { id: meetings[5]!.id, rest: true });
    await schedule(here.clients.facilitator, plan(here.groupId, await eveningIn(app, 30), { place: '別館' }));
    expect(await mailsTo('neighbour')).toEqual([]);
    const calendar = new Programs();

    await here.clients.facilitator.ask(join, { input: ids('neighbour') });
    // One for each series, however many meetings it has.
    expect(await receive(calendar, 'neighbour')).toEqual(['REQUEST', 'REQUEST']);
    expect(shownIn(calendar)).toHaveLength(5);
    expect(shownIn(calendar)).toEqual(await datesOf('neighbour'));

    expect(await here.clients.stranger.refusal(remove, ids('neighbour'))).toBe('NOT_FOUND');
    expect(await receive(calendar, 'neighbour')).toEqual([]);
    await ask(rescheduleMutation, withTime(meetings[3]!, '18:00'));
    expect(await receive(calendar, 'neighbour')).toEqual(['REQUEST']);
    await here.clients.facilitator.ask(remove, ids('neighbour'));
    const [goodbye, second] = await mailsTo('neighbour');
    for (const mail of [goodbye, second]) {
      expect(mail!.text).not.toMatch(/月次レビュー|水曜会|産業振興センター/);
      expect(calendarOf(mail!)).not.toMatch(/LOCATION|meetings\/mtg_/);
      calendar.receive(attachedTo(mail!)!, 'CANCEL');
    }
    expect(shownIn(calendar)).toEqual([]);
    await ask(rescheduleMutation, withTime(meetings[4]!, '18:00'));
    expect(await receive(calendar, 'neighbour')).toEqual([]);
    expect(await datesOf('neighbour')).toEqual([]);

    await here.clients.facilitator.ask(join, { input: ids('neighbour') });
    expect(await receive(calendar, 'neighbour')).toEqual(['REQUEST', 'REQUEST']);
    expect(shownIn(calendar)).toEqual(await datesOf('neighbour'));
  });

  it('leave with members who go or are shut out, stay with those on leave, and come anew with their return', async () => {
    const calendar = new Programs();
    await make(4);
    expect(await receive(calendar, 'quiet')).toEqual(['REQUEST']);
    const acts: [status: string, mails: string[], dates: number][] = [
      ['ON_LEAVE', [], 4],
      ['ACTIVE', ['REQUEST'], 4],
      ['SUSPENDED', ['CANCEL'], 0],
      ['ACTIVE', ['REQUEST'], 4],
      ['ALUMNI', ['CANCEL'], 0],
      ['ACTIVE', [], 0],
    ];
    for (const [status, mails, dates] of acts) {
      await become('quiet', status);
      expect([status, await receive(calendar, 'quiet')]).toEqual([status, mails]);
      expect([status, shownIn(calendar).length]).toEqual([status, dates]);
    }
    await become('member', 'DECEASED');
    expect(await mailsTo('member')).toEqual([]);
  });

  it('leave with a member who goes before the mail that all of them moved to another series', async () => {
    const calendar = new Programs();
    const { meetings } = await make(4);
    await ask(rescheduleMutation, withTime(meetings[2]!, '20:15'));
    await receive(calendar, 'member');
    expect(shownIn(calendar)).toHaveLength(4);
    await ask(rescheduleMutation, withTime(meetings[0]!, '08:30', true));
    await here.clients.facilitator.ask(remove, ids('member'));
    expect(await receive(calendar, 'member')).toEqual(['CANCEL', 'CANCEL']);
    expect(shownIn(calendar)).toEqual([]);
  });

  it('that moved to another series leave the old one also when an invitation to the new one goes first', async () => {
    const calendar = new Programs();
    const { meetings } = await make(4);
    await become('quiet', 'ON_LEAVE');
    await receive(calendar, 'quiet');
    await ask(rescheduleMutation, withTime(meetings[2]!, '08:30', true));
    await become('quiet', 'ACTIVE');
    await receive(calendar, 'quiet');
    expect(shownIn(calendar)).toEqual(await datesOf('quiet'));
  });

  it('that were taken back are sent to no attendee: not when the mail is late, and not when they are back before it went', async () => {
    const calendar = new Programs();
    await make(3);
    await receive(calendar, 'quiet');
    await here.clients.quiet.ask(`mutation ($id: ID!) { leaveGroup(groupId: $id) }`, {
      id: ids('quiet').groupId,
    });
    post.manners.push({ code: 451 });
    await app.drain();
    expect(post.to(here.people.quiet.email)).toEqual([]);
    await here.clients.facilitator.ask(join, { input: ids('quiet') });
    await app.advance(10);
    expect(await receive(calendar, 'quiet')).toEqual(['REQUEST']);
    expect(shownIn(calendar)).toEqual(await datesOf('quiet'));
    const bell = `{ notifications { edges { node { kind } } } }`;
    expect(JSON.stringify(await here.clients.quiet.ask(bell))).not.toContain('uninvited');
  });

  it('that all moved and were then called off, before any attendee heard of the move, are in no calendar', async () => {
    const calendar = new Programs();
    const { meetings } = await make(4);
    expect(await receive(calendar, 'member')).toEqual(['REQUEST']);
    await ask(rescheduleMutation, withTime(meetings[0]!, '08:30', true));
    await ask(cancelMutation, { id: meetings[0]!.id, rest: true });
    await receive(calendar, 'member');
    expect(shownIn(calendar)).toEqual([]);

    // And from a single meeting, announced and moved, to a series.
    const [single] = (await schedule(here.clients.facilitator, plan(here.groupId, await eveningIn(app, 20))))
      .meetings;
    await ask(rescheduleMutation, withTime(single!, '20:00'));
    await ask(rescheduleMutation, withTime(single!, '20:30'));
    await receive(calendar, 'member');
    await ask(`mutation ($input: EditSeriesInput!) { editSeries(input: $input) { id } }`, {
      input: {
        meetingId: single!.id,
        title: '月次レビュー',
        rule: 'FREQ=WEEKLY;COUNT=3',
        durationMinutes: 120,
        startsAtLocal: withTime(single!, '19:30').input.startsAtLocal,
        format: 'IN_PERSON',
        place: '別館',
      },
    });
    expect(await receive(calendar, 'member')).toEqual(['REQUEST', 'CANCEL']);
    expect(shownIn(calendar)).toEqual(await datesOf('member'));
    expect(shownIn(calendar)).toHaveLength(3);
  });
});

describe('changes that follow one another', () => {
  const make = async (count = 6) =>
    (
      await schedule(
        here.clients.facilitator,
        plan(here.groupId, await eveningIn(app, 20), { rule: `FREQ=WEEKLY;COUNT=${count}` }),
      )
    ).meetings;

  it('are one mail: five moves of one meeting, with the last time', async () => {
    const calendar = new Programs();
    const [first] = await make();
    await receive(calendar, 'member');
    for (const time of ['08:00', '09:00', '10:00', '11:00', '12:00']) {
      await ask(rescheduleMutation, withTime(first!, time));
      await app.drain();
      await app.advance(60);
      await app.drain();
    }
    expect(post.mails).toEqual([]);
    const mails = await mailsTo('member');
    expect(mails.map(({ subject }) => subject)).toEqual([expect.stringMatching(/日時変更.*12:00/)]);
    calendar.receive(attachedTo(mails[0]!)!, 'REQUEST');
    expect(shownIn(calendar)).toEqual(await datesOf('member'));
    expect(await mailsTo('member')).toEqual([]);
  });

  it('are one piece of news: five meetings moved, two called off, one elsewhere', async () => {
    const calendar = new Programs();
    const meetings = await make(8);
    await receive(calendar, 'member');
    for (const one of meetings.slice(0, 5)) await ask(rescheduleMutation, withTime(one, '08:30'));
    for (const one of meetings.slice(5, 7)) await ask(cancelMutation, { id: one.id });
    await ask(editMutation, { input: { meetingId: meetings[7]!.id, place: '別館' } });
    const mails = await mailsTo('member');
    // What is off has to be taken out by a message of its own.
    const subjects = ['寄り合い 定例会(予定の変更 8件)', '寄り合い 定例会(カレンダーの整理)'];
    expect(mails.map(({ subject }) => subject)).toEqual(subjects);
    expect(mails[0]!.text).toMatch(/日時変更[\s\S]*中止[\s\S]*場所変更/);
    expect(mails[0]!.text).not.toMatch(/月次レビュー|水曜会/);
    calendar.receive(attachedTo(mails[0]!)!, 'REQUEST');
    calendar.receive(attachedTo(mails[1]!)!, 'CANCEL');
    expect(shownIn(calendar)).toEqual(await datesOf('member'));
    await ask(cancelMutation, { id: meetings[0]!.id });
    await ask(cancelMutation, { id: meetings[1]!.id });
    expect(await receive(calendar, 'member')).toEqual(['CANCEL']);
    expect(shownIn(calendar)).toEqual(await datesOf('member'));
  });

  it('there and back are no mail, of one meeting and of all that follow, and the next change is in the calendar', async () => {
    const calendar = new Programs();
    const meetings = await make();
    await receive(calendar, 'member');
    await ask(rescheduleMutation, withTime(meetings[1]!, '08:30'));
    await ask(rescheduleMutation, withTime(meetings[1]!, '19:00'));
    expect(await mailsTo('member')).toEqual([]);
    await ask(rescheduleMutation, withTime(meetings[2]!, '08:30', true));
    await ask(rescheduleMutation, withTime(meetings[2]!, '19:00', true));
    expect(await mailsTo('member')).toEqual([]);
    expect(shownIn(calendar)).toEqual(await datesOf('member'));
    await ask(rescheduleMutation, withTime(meetings[4]!, '08:30'));
    expect(await receive(calendar, 'member')).toEqual(['REQUEST', 'REQUEST', 'CANCEL']);
    expect(shownIn(calendar)).toEqual(await datesOf('member'));
  });

  it('go out after half an hour at the latest, however busy it is', async () => {
    const [first] = await make();
    await mailsTo('member');
    let minutes = 0;
    for (; post.mails.length === 0 && minutes < 60; minutes += 2) {
      await ask(rescheduleMutation, withTime(first!, `08:${String(minutes).padStart(2, '0')}`));
      await app.drain();
      await app.advance(2 * 60);
      await app.drain();
    }
    expect(minutes).toBe(30);
  });

  it('are told again after a mail server that took nothing, and to no attendee twice', async () => {
    const calendar = new Programs();
    const [first] = await make();
    await receive(calendar, 'member');
    await ask(rescheduleMutation, withTime(first!, '08:30'));
    for (let i = 0; i < 3; i++) post.manners.push({ code: 451 });
    expect(await mailsTo('member')).toEqual([]);
    await app.advance(3_600);
    expect(await receive(calendar, 'member')).toEqual(['REQUEST']);
    expect(shownIn(calendar)).toEqual(await datesOf('member'));
    await app.advance(3_600);
    expect(await mailsTo('member')).toEqual([]);
  });

  it('that are told are what their reader was told, for them alone', async () => {
    await make(2);
    await mailsTo('member');
    const told = await app.sql<{ count: number }>(
      `select count(*)::int as count from meeting_told where member_id = $1`,
      [here.people.member.memberId],
    );
    expect(told).toEqual([{ count: 2 }]);
    const ofOthers = await app.work.inTenant(
      { tenantId: here.tenant.id, memberId: here.people.quiet.memberId, role: 'MEMBER' },
      (tx) => tx.sql('test.told', `select 1 from meeting_told where member_id <> app.me()`, []),
    );
    expect(ofOthers).toEqual([]);
  });
});

it('people who are added in a row are one mail to each, and one to those who were there', async () => {
  const add = `mutation ($input: AddGroupMemberInput!) { addGroupMember(input: $input) { id } }`;
  const newcomers = [];
  for (let i = 0; i < 5; i++) newcomers.push(await app.member(here.tenant, { name: `会員 ${i}` }));
  for (const { memberId } of newcomers) {
    await here.clients.facilitator.ask(add, {
      input: { groupId: publicId('Group', here.groupId), memberId: publicId('Member', memberId) },
    });
    await app.drain();
    await app.advance(20);
  }
  await quiet();
  for (const { email } of newcomers) expect(post.to(email)).toHaveLength(1);
  const [told, ...more] = post.to(here.people.member.email);
  expect([told!.subject, more]).toEqual(['【寄り合い】お知らせが5件あります', []]);
  expect(told!.text).not.toContain('会員');
});
