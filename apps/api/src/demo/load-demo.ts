import { createHash } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { fiscalYearOf } from '@yoriai/domain/groups';
import {
  days,
  dateAt,
  hours,
  instantAt,
  localAt,
  plus,
  type GroupId,
  type Instant,
  type MeetingId,
  type TenantId,
} from '@yoriai/domain/kernel';
import type { SupportRequestId } from '@yoriai/domain/support';
import { registerTenant as decideTenant } from '@yoriai/domain/tenancy';
import { v7 as uuidv7 } from 'uuid';
import { addGroupMember } from '../groups/memberships/add-group-member.js';
import { createGroup } from '../groups/group/create-group.js';
import { createJoinLink } from '../groups/join-links/create-join-link.js';
import { createProgramme } from '../groups/programmes/create-programme.js';
import { signCharter } from '../groups/charter/sign-charter.js';
import { updateGroup } from '../groups/group/update-group.js';
import { rsvpToMeeting } from '../meetings/meeting/rsvp-to-meeting.js';
import { scheduleMeetings } from '../meetings/meeting/schedule-meetings.js';
import { dropStaleMails } from '../notifications/drop-stale-mails.js';
import { markAllNotificationsRead } from '../notifications/mark-all-notifications-read.js';
import { accounts } from '../people/sign-in/accounts.js';
import { admitMember } from '../people/invitations/admit-member.js';
import { inviteMember } from '../people/invitations/invite-member.js';
import { AuthDb } from '../platform/auth/auth-db.js';
import { passwords } from '../platform/auth/passwords.js';
import type { Acting } from '../platform/auth/viewer.js';
import type { Database } from '../platform/database/database.js';
import { unfinished } from '../platform/dev/clear-unfinished.js';
import { shiftClock } from '../platform/dev/clock.js';
import { must } from '../platform/errors/must.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Sweep } from '../platform/queue/sweep.js';
import { Work } from '../platform/work/work.js';
import { acceptOffer } from '../support/offers/accept-offer.js';
import { offerSupport } from '../support/offers/offer-support.js';
import { postSupportRequest } from '../support/requests/post-support-request.js';
import { replyToSupportRequest } from '../support/replies/reply-to-support-request.js';
import { resolveSupportRequest } from '../support/thanks/resolve-support-request.js';
import { registerTenant } from '../tenancy/register-tenant.js';
import { demoGoodNewsAndNotes } from './demo-good-news-and-notes.js';
import { demoNudges } from './demo-nudges.js';
import { demoTenants, type DemoGroup, type DemoTenant } from './demo-people.js';
import { demoMeetings } from './demo-meetings.js';
import { demoPollsAndAgendas } from './demo-polls-and-agendas.js';
import { demoCheckInsAndTopics } from './demo-check-ins-and-topics.js';
import { demoStories, type DemoStory } from './demo-stories.js';
import { strengthSteps } from './demo-strengths.js';

const zone = 'Asia/Tokyo';
const historyDays = 182;
/** Long enough for the rule about passwords, short enough to type. */
export const demoPassword = 'yoriai-no-hiroba';
const mails = 'notifications.mail';

/** Something that a member did at some time. */
interface Step {
  readonly at: Instant;
  readonly run: () => Promise<unknown>;
}
interface Seat {
  readonly group: DemoGroup;
  readonly id: GroupId;
  readonly people: readonly Acting[];
}

/** Of a group that the office facilitates, the deputy. */
const leaderOf = ({ group, people }: Seat): Acting => people[group.officeFacilitates ? 1 : 0]!;

/** The first sign-ins to try, for the greeting on the console: an admin, a facilitator, a member. */
export const demoSignIns = demoTenants.map(({ slug, name, domain, admin, groups }) => ({
  slug,
  name,
  people: [
    { role: 'admin', person: admin },
    { role: 'facilitator', person: groups[0]!.people[0]! },
    { role: 'member', person: groups[0]!.people[2]! },
  ].map(({ role, person }) => ({ role, name: person[0], email: addressOf(person[5], domain) })),
}));

function addressOf(tail: string, domain: string): string {
  return `m${tail}@${domain}`;
}

/** True while no organisation has registered: then the demo may be loaded. */
export async function isEmpty(app: NestFastifyApplication): Promise<boolean> {
  const [row] = await app
    .get(AuthDb)
    .sql('demo.empty', 'select not exists (select from auth.tenant) as empty');
  return row?.empty ?? false;
}

/**
 * Half a year of two organisations, through the product's own acts: the clock is set back and moved on from one act to the
 * next, and what falls due on the way is done when it is due. Mails wait until the end; those of days that are over are
 * dropped.
 */
export async function loadDemo(app: NestFastifyApplication, database: Database): Promise<void> {
  const { sql } = app.get(AuthDb);
  await sql('demo.begin', `insert into auth.secret (name, value) values ($1, '')`, [unfinished]);
  await new DemoLife(app, database).live();
  await app.get(AuditTrail).write();
  await sql('demo.end', `delete from auth.secret where name = $1`, [unfinished]);
}

class DemoLife {
  private readonly work: Work;
  private readonly sweep: Sweep;
  private readonly auth: AuthDb;
  private clock = new Date(0);
  private today = new Date(0);
  /** Seconds by which the clock has been moved so far. */
  private moved = 0;
  private readonly tenants: TenantId[] = [];
  private mailsSeenTo = new Date(0);

  constructor(
    app: NestFastifyApplication,
    private readonly database: Database,
  ) {
    this.work = app.get(Work);
    this.sweep = app.get(Sweep);
    this.auth = app.get(AuthDb);
  }

  async live(): Promise<void> {
    this.today = await this.auth.now();
    await this.shift(-historyDays * 24 * 3600);
    const passwordHash = await passwords.hash(demoPassword);
    const steps: Step[] = [];
    const everyone: Acting[] = [];
    for (const tenant of demoTenants) {
      const { admin, seats } = await this.settle(tenant, passwordHash);
      this.tenants.push(admin.tenantId);
      everyone.push(admin, ...seats.flatMap((seat) => seat.people));
      for (const seat of seats) {
        const meetings = await this.meetingsOf(seat);
        steps.push(...this.answers(seat, meetings));
        steps.push(...demoCheckInsAndTopics(this.work, seat, meetings, this.today));
        steps.push(...(await demoMeetings(this.work, leaderOf(seat), seat, this.today)));
      }
      steps.push(...seats.flatMap((seat) => this.stories(seat)));
      steps.push(...seats.flatMap((seat) => demoGoodNewsAndNotes(this.work, seat, (n) => this.ago(n))));
      steps.push(...demoPollsAndAgendas(this.work, seats[0]!, (n) => this.ago(n)));
      steps.push(...strengthSteps(this.work, seats, this.clock));
      steps.push(...seats.flatMap((seat) => demoNudges(this.work, seat, (n) => this.ago(n))));
      steps.push(...this.doors(tenant, admin, seats[0]!));
    }
    // A week ago every member had opened their notifications.
    steps.push(
      ...everyone.map((who) => ({
        at: this.ago(7),
        run: () => this.work.inTenant(who, (tx) => markAllNotificationsRead(tx, who.memberId)),
      })),
    );
    for (const step of steps
      .filter((one) => one.at < this.today)
      .sort((a, b) => a.at.getTime() - b.at.getTime())) {
      await this.travel(step.at);
      await step.run();
    }
    await this.travel(this.today);
    // Puts the clock back to the real time.
    await this.shift(-this.moved);
    await this.sweep.drain([mails]);
    await this.dropOldMails();
  }

  private async shift(seconds: number): Promise<void> {
    this.clock = await shiftClock(this.database, seconds);
    this.moved += seconds;
  }

  private ago(n: number): Instant {
    return plus(this.today, -days(n));
  }

  /** Moves time, and on the way does what falls due when it falls due. */
  private async travel(to: Instant): Promise<void> {
    for (;;) {
      await this.sweep.drain([mails]);
      const [next] = (await this.database.workers.query(
        `select min(due_at) as due from timer where state = 'DUE' and name <> $1`,
        [mails],
      )) as { due: Instant | null }[];
      const until = next?.due && next.due < to ? next.due : to;
      const now = await this.auth.now();
      if (until > now) await this.shift(Math.ceil((until.getTime() - now.getTime()) / 1000));
      if (this.clock > plus(this.mailsSeenTo, days(1))) await this.dropOldMails();
      if (until === to) return;
    }
  }

  /** Day by day, so that what is due is not looked for among all mails of half a year. */
  private async dropOldMails(): Promise<void> {
    this.mailsSeenTo = this.clock;
    for (const tenantId of this.tenants) await this.work.asSystem(tenantId, 'demo', dropStaleMails);
  }

  private async settle(tenant: DemoTenant, passwordHash: string): Promise<{ admin: Acting; seats: Seat[] }> {
    const account = async (person: readonly string[]) =>
      (await accounts.create(this.auth.sql, {
        email: addressOf(person[5]!, tenant.domain),
        passwordHash,
        locale: 'ja',
        proven: true,
      }))!;
    const office = await account(tenant.admin);
    const tenantId = uuidv7() as TenantId;
    const about = must(
      decideTenant(tenantId, { name: tenant.name, slug: tenant.slug, timeZone: zone, locale: 'ja' }),
    );
    const memberId = await this.work.asSystem(tenantId, 'demo', (tx) =>
      registerTenant(tx, about, {
        userId: office.id,
        email: office.email,
        displayName: tenant.admin[0],
        kana: tenant.admin[1],
      }),
    );
    const admin: Acting = { tenantId, memberId, role: 'ADMIN' };
    const year = fiscalYearOf(dateAt(this.clock, zone));
    const programmeId = await this.work.inTenant(admin, (tx) =>
      createProgramme(tx, { name: `${year.startsOn.slice(0, 4)}年度 ${tenant.programme}`, ...year }),
    );
    const seats: Seat[] = [];
    for (const group of tenant.groups) {
      const people: Acting[] = [];
      for (const person of group.people) {
        const [displayName, kana, businessName, industry, strengths, tail] = person;
        const { id: userId, email } = await account(person);
        const memberId = await this.work.asSystem(admin.tenantId, 'demo', (tx) =>
          admitMember(tx, {
            userId,
            email,
            displayName,
            kana,
            businessName,
            industry,
            prefecture: tenant.prefecture,
            strengths,
            phone: `090-0000-${tail}`,
          }),
        );
        people.push({ tenantId: admin.tenantId, memberId, role: 'MEMBER' });
      }
      const facilitator = group.officeFacilitates ? admin : people[0]!;
      const id = await this.work.inTenant(admin, (tx) =>
        createGroup(tx, {
          name: group.name,
          purpose: group.purpose,
          goals: group.goals,
          template: group.template,
          ...(group.capacity ? { capacity: group.capacity } : {}),
          programmeId,
        }),
      );
      await this.work.inTenant(admin, async (tx) => {
        await addGroupMember(tx, {
          groupId: id,
          memberId: facilitator.memberId,
          role: 'FACILITATOR',
          takesPart: !group.officeFacilitates,
        });
        for (const [i, person] of people.entries())
          if (person !== facilitator)
            await addGroupMember(tx, {
              groupId: id,
              memberId: person.memberId,
              ...(i === 1 ? { role: 'FACILITATOR' as const, deputy: true } : {}),
            });
        await updateGroup(tx, { groupId: id, status: 'ACTIVE' });
      });
      // The last one has not got round to signing yet: the page shows what that looks like.
      for (const person of people.slice(0, -1))
        await this.work.inTenant(person, (tx) => signCharter(tx, id, 1));
      await this.work.inTenant(facilitator, (tx) =>
        scheduleMeetings(tx, {
          groupId: id,
          title: '月次レビュー',
          rule: group.rule,
          startsAtLocal: `${dateAt(plus(this.clock, days(1)), zone)}T${group.hour}`,
          timeZone: zone,
          durationMinutes: 120,
          format: group.format,
          place: group.place,
          url: group.url,
        }),
      );
      seats.push({ group, id, people });
    }
    return { admin, seats };
  }

  /** A link that a member could join by, and a member who is on the way in. */
  private doors(tenant: DemoTenant, admin: Acting, seat: Seat): Step[] {
    const [displayName, kana, , , , tail] = tenant.newcomer;
    return [
      {
        at: this.ago(9),
        run: () => this.work.inTenant(seat.people[0]!, (tx) => createJoinLink(tx, { groupId: seat.id })),
      },
      {
        at: this.ago(3),
        run: () =>
          this.work.inTenant(admin, (tx) =>
            inviteMember(tx, {
              email: addressOf(tail, tenant.domain),
              displayName,
              kana,
              groupId: seat.id,
              memberWithEmail: async () => null,
            }),
          ),
      },
    ];
  }

  private meetingsOf(seat: Seat): Promise<{ id: MeetingId; starts_at: Instant }[]> {
    return this.work.inTenant(seat.people[0]!, (tx) =>
      tx.sql(
        'demo.meetings',
        `select id, starts_at from meeting where tenant_id = $1 and group_id = $2 and starts_at < $3 order by starts_at`,
        [tx.tenantId, seat.id, plus(this.today, days(35))],
      ),
    );
  }

  /** Most people answer in the week before a meeting; some can't come, one or two forget, one has been silent for a while. */
  private answers(seat: Seat, meetings: readonly { id: MeetingId; starts_at: Instant }[]): Step[] {
    return meetings.flatMap((meeting) =>
      seat.people.flatMap((who, i) => {
        if (i === seat.group.silent && meeting.starts_at > this.ago(75)) return [];
        const luck = chance(`${seat.group.name}${localAt(meeting.starts_at, zone)}${i}`);
        if (luck < 0.1) return [];
        const rsvp =
          luck < 0.22
            ? ('NO' as const)
            : luck < 0.36 && seat.group.format === 'HYBRID'
              ? ('ONLINE' as const)
              : ('YES' as const);
        const at = plus(
          meeting.starts_at,
          -days(1) - days(6) * chance(`when${i}${meeting.starts_at.toISOString()}`),
        );
        return [
          {
            at,
            run: () => this.work.inTenant(who, (tx) => rsvpToMeeting(tx, { meetingId: meeting.id, rsvp })),
          },
        ];
      }),
    );
  }

  private stories(seat: Seat): Step[] {
    return demoStories
      .filter((story) => story.group === seat.group.name)
      .flatMap((story) => this.story(seat, story));
  }

  private story(seat: Seat, story: DemoStory): Step[] {
    const who = (i: number): Acting => seat.people[i]!;
    // People write between eight in the morning and nine in the evening.
    const minute = Math.floor(13 * 60 * chance(story.title));
    const hour = String(8 + Math.floor(minute / 60)).padStart(2, '0');
    const day = dateAt(this.ago(story.daysAgo), zone);
    const posted = instantAt(`${day}T${hour}:${String(minute % 60).padStart(2, '0')}`, zone);
    let requestId!: SupportRequestId;
    const steps: Step[] = [
      {
        at: posted,
        run: async () => {
          requestId = await this.work.inTenant(who(story.by), (tx) =>
            postSupportRequest(tx, {
              groupId: seat.id,
              type: story.type,
              wanted: story.wanted,
              title: story.title,
              body: story.body,
              urgency: story.urgent ? 'HIGH' : 'NORMAL',
              audience: story.wholeTenant ? 'TENANT' : 'GROUP',
              chosenMemberIds: [],
              anonymous: story.anonymous ?? false,
              acceptsPaid: false,
              includeNewcomers: false,
            }),
          );
        },
      },
    ];
    for (const [by, later, gives, body] of story.replies ?? [])
      steps.push({
        at: plus(posted, hours(later)),
        run: () => this.work.inTenant(who(by), (tx) => replyToSupportRequest(tx, { requestId, gives, body })),
      });
    for (const [by, later, message, accepted] of story.offers ?? [])
      steps.push({
        at: plus(posted, hours(later)),
        run: async () => {
          const offer = await this.work.inTenant(who(by), (tx) =>
            offerSupport(tx, { requestId, message, terms: 'FREE', price: null, reason: null }),
          );
          if (accepted) await this.work.inTenant(who(story.by), (tx) => acceptOffer(tx, offer));
        },
      });
    const { resolved } = story;
    if (resolved)
      steps.push({
        at: plus(posted, days(resolved.after)),
        run: () =>
          this.work.inTenant(who(story.by), (tx) =>
            resolveSupportRequest(tx, {
              requestId,
              outcome: resolved.outcome || null,
              expectedVersion: null,
              helpers: resolved.thanks.map(([to, gave, match, thanks]) => ({
                memberId: who(to).memberId,
                gave,
                match,
                thanks,
              })),
            }),
          ),
      });
    return steps;
  }
}

/** 0 to 1, always the same for the same words: every demo is the same demo. */
function chance(words: string): number {
  return createHash('sha256').update(words).digest().readUInt32BE(0) / 2 ** 32;
}
