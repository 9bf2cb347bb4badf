import { Inject, Injectable } from '@nestjs/common';
import { days, isUuid, plus, publicId, type MemberId, type TenantId } from '@yoriai/domain/kernel';
import {
  icalendar,
  invitations,
  withdrawal,
  type CalendarEntry,
  type CalendarNews,
  type CalendarOptions,
  type InvitationMessage,
  type Invited,
  type MeetingSeriesId,
} from '@yoriai/domain/meetings';
import { AuthDb } from '../../platform/auth/auth-db.js';
import { Signing } from '../../platform/auth/signing.js';
import { CONFIG } from '../../platform/boot/tokens.js';
import type { Config } from '../../platform/config.js';
import { mailbox } from '../../platform/mail/outgoing.js';
import { refuse } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { Work } from '../../platform/work/work.js';
import { calendarFeedsStore } from './calendar-feeds.store.js';
import { meetingsStore } from '../meeting/meetings.store.js';
import { rsvpsStore } from '../meeting/rsvps.store.js';

interface Reader {
  readonly slug: string;
  readonly locale: 'ja' | 'en';
  readonly email: string | null;
}

/** What a feed still shows of the past. */
const feedShowsBack = days(90);

/** Writes meetings as iCalendar, for one reader: their language, their links, and only what they may see. */
@Injectable()
export class Calendars {
  constructor(
    @Inject(AuthDb) private readonly auth: AuthDb,
    @Inject(Signing) private readonly signing: Signing,
    @Inject(Work) private readonly work: Work,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The address alone opens the calendar, as calendar programs must; it names no feed that could be guessed. */
  async urlOfFeed(tenantId: TenantId, feedId: string): Promise<string> {
    return `${this.config.publicUrl}/calendar/${await this.signing.sign('calendar-feed', `${tenantId} ${feedId}`)}.ics`;
  }

  /** What an address names, or NOT_FOUND. */
  async open(token: string): Promise<{ tenantId: TenantId; feedId: string }> {
    const ids = (await this.signing.verify('calendar-feed', token))?.split(' ') ?? [];
    if (ids.length !== 2 || !ids.every(isUuid)) return refuse({ code: 'NOT_FOUND' });
    return { tenantId: ids[0] as TenantId, feedId: ids[1]! };
  }

  /** The calendar of a feed that is switched on, or NOT_FOUND. */
  async feed(tenantId: TenantId, feedId: string): Promise<string> {
    const owner = await this.work.asSystem(tenantId, 'calendar-feed', (tx) =>
      calendarFeedsStore.owner(tx, feedId),
    );
    if (!owner) return refuse({ code: 'NOT_FOUND' });
    // Read as a member, so that the feed of someone of the office shows their own groups only.
    return this.work.inTenant({ tenantId, memberId: owner, role: 'MEMBER' }, async (tx) =>
      this.write(tx, owner, await meetingsStore.recentSeriesIds(tx, plus(tx.now, -feedShowsBack))),
    );
  }

  /** These series with all their meetings, as far as the transaction's viewer sees them. */
  async write(tx: TenantTx, memberId: MemberId, seriesIds: readonly MeetingSeriesId[]): Promise<string> {
    const reader = await this.readerOf(tx.tenantId, memberId);
    return icalendar(await entriesOf(tx, seriesIds), this.optionsFor(tx, reader));
  }

  /** What to send to this member's calendar about a series; nothing where the member has no address or sees no such series. */
  async invite(
    tx: TenantTx,
    memberId: MemberId,
    { seriesId, ...news }: CalendarNews,
  ): Promise<readonly InvitationMessage[]> {
    const reader = await this.readerOf(tx.tenantId, memberId);
    const [entry] = await entriesOf(tx, [seriesId]);
    if (!entry || reader.email === null) return [];
    const meetingIds = entry.meetings.map(({ id }) => id);
    return invitations(
      entry,
      news,
      this.between(reader.email, await rsvpsStore.answersOf(tx, memberId, meetingIds)),
      this.optionsFor(tx, reader),
    );
  }

  /** Takes a series out of the calendar of a member who may see it no more: for a transaction of the system. */
  async withdraw(
    tx: TenantTx,
    memberId: MemberId,
    seriesId: MeetingSeriesId,
  ): Promise<InvitationMessage | null> {
    const reader = await this.readerOf(tx.tenantId, memberId);
    const [entry] = await entriesOf(tx, [seriesId]);
    if (!entry || reader.email === null) return null;
    return withdrawal(entry, this.between(reader.email, new Map()), this.optionsFor(tx, reader));
  }

  private between(attendee: string, answers: Invited['answers']): Invited {
    return { organizer: mailbox(this.config.mailFrom), attendee, answers };
  }

  private optionsFor(tx: TenantTx, { slug, locale }: Reader): CalendarOptions {
    const home = `${this.config.publicUrl}/t/${slug}`;
    return {
      locale,
      now: tx.now,
      linkTo: (meeting) => `${home}/meetings/${publicId('Meeting', meeting.id)}`,
      linkToAll: `${home}/calendar`,
    };
  }

  private async readerOf(tenantId: TenantId, memberId: MemberId): Promise<Reader> {
    const [reader] = await this.auth.sql(
      'calendars.reader',
      `select t.slug, u.email, coalesce(u.locale, 'ja') as locale from auth.tenant t
       left join auth.member_index m on m.tenant_id = t.id and m.member_id = $2
       left join auth."user" u on u.id = m.user_id where t.id = $1`,
      [tenantId, memberId],
    );
    return reader ?? refuse({ code: 'NOT_FOUND' });
  }
}

async function entriesOf(tx: TenantTx, seriesIds: readonly MeetingSeriesId[]): Promise<CalendarEntry[]> {
  const series = await meetingsStore.seriesByIds(tx, seriesIds);
  const meetings = await meetingsStore.ofSeries(tx, seriesIds);
  return [...series.values()].map((one) => ({
    series: one,
    meetings: meetings.filter((meeting) => meeting.seriesId === one.id),
  }));
}
