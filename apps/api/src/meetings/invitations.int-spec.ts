import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Postbox, type ReceivedMail } from '../platform/testing/postbox.js';
import { startApp, type TestApp } from '../platform/testing/start-app.js';
import { InvitedCalendar } from './calendar-program.factory.js';
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
} from './meetings.factory.js';

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
}, 60_000);
afterAll(async () => {
  await app?.stop();
  await post?.close();
});
beforeEach(async () => {
  here = await circle(app);
  post.mails.length = 0;
});

/** The mails to one of the group since last time, in the order of their coming. */
const mailsTo = async (who: 'member' | 'quiet' | 'neighbour' | 'stranger'): Promise<ReceivedMail[]> => {
  await app.drain();
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

describe('invitations by mail', () => {
  it('keep the calendar of somebody who only reads their mails the same as the product', async () => {
    const calendar = new InvitedCalendar();
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
      ['rest moved', () => ask(rescheduleMutation, withTime(meetings[4]!, '08:30', true)), 2],
      ['moved again', () => ask(rescheduleMutation, withTime(meetings[5]!, '09:45')), 1],
      ['rest off', () => ask(cancelMutation, { id: meetings[6]!.id, rest: true }), 1],
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
        // What reads these mails turns the line ends of text into its own.
        expect(new TextDecoder().decode(inline.content as ArrayBuffer)).toBe(
          attached.replaceAll('\r\n', '\n'),
        );
        calendar.receive(attached, method);
        expect(mail.text).not.toContain('月次レビュー');
      }
      const { meetings: on } = await here.clients.member.ask<{
        meetings: { edges: { node: Pick<SeenMeeting, 'startsAt' | 'place' | 'status'> }[] };
      }>(`{ meetings(first: 100) { edges { node { startsAt place status } } } }`);
      expect([say, calendar.shows().map(({ starts, place }) => [starts, place])]).toEqual([
        say,
        on.edges
          .filter(({ node }) => node.status === 'SCHEDULED')
          .map(({ node }) => [node.startsAt, node.place]),
      ]);
    }
    expect(calendar.shows().map(({ starts }) => starts)).toHaveLength(2);
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
    await app.drain();
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
