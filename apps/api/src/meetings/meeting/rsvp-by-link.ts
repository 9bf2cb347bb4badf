import { Inject, Injectable } from '@nestjs/common';
import { isUuid, publicId, type MeetingId, type MemberId, type TenantId } from '@yoriai/domain/kernel';
import { isOpenToChange, rsvpLinkLooks, type RsvpAnswer } from '@yoriai/domain/meetings';
import { memberById } from '../../people/members/members.loader.js';
import { Signing } from '../../platform/auth/signing.js';
import { Throttle } from '../../platform/auth/throttle.js';
import { found, Refusal, refuse } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { Work } from '../../platform/work/work.js';
import { groupOf } from '../group-of.js';
import type { RsvpLinkPreviewType } from './meeting.type.js';
import { meetingsStore } from './meetings.store.js';
import { rsvpToMeeting } from './rsvp-to-meeting.js';
import { rsvpsStore } from './rsvps.store.js';

interface Addressee {
  readonly tenantId: TenantId;
  readonly meetingId: MeetingId;
  readonly memberId: MemberId;
}

/**
 * The link in a mail with which one member answers for one meeting without signing in. Looking changes nothing, since mail
 * programs look at links; the answer takes a tap. It shows and does nothing else, and ends with the membership.
 */
@Injectable()
export class RsvpLink {
  constructor(
    @Inject(Signing) private readonly signing: Signing,
    @Inject(Throttle) private readonly throttle: Throttle,
    @Inject(Work) private readonly work: Work,
  ) {}

  /** The page's path; the token is behind the #, and so in no server's log. */
  async path({ tenantId, meetingId, memberId }: Addressee): Promise<string> {
    return `/rsvp#${await this.signing.sign('rsvp', `${tenantId} ${meetingId} ${memberId}`)}`;
  }

  /** Null for a link that opens nothing (any more). */
  async preview(token: string, address: string): Promise<RsvpLinkPreviewType | null> {
    try {
      const addressee = await this.open(token, address);
      return await this.asMember(addressee, (tx) => show(tx, addressee));
    } catch (error) {
      if (error instanceof Refusal && error.failure.code === 'NOT_FOUND') return null;
      throw error;
    }
  }

  async answer(token: string, rsvp: RsvpAnswer, address: string): Promise<RsvpLinkPreviewType> {
    const addressee = await this.open(token, address);
    return this.asMember(addressee, async (tx) => {
      await rsvpToMeeting(tx, { meetingId: addressee.meetingId, rsvp });
      return show(tx, addressee);
    });
  }

  private async open(token: string, address: string): Promise<Addressee> {
    await this.throttle.take({ bucket: 'rsvp-link', key: address, rate: rsvpLinkLooks });
    const ids = token.length < 400 ? (await this.signing.verify('rsvp', token))?.split(' ') : null;
    if (ids?.length !== 3 || !ids.every(isUuid)) return refuse({ code: 'NOT_FOUND' });
    return { tenantId: ids[0] as TenantId, meetingId: ids[1] as MeetingId, memberId: ids[2] as MemberId };
  }

  /** With the rights of a member, also where the addressee is of the office: the link is for their own answer. */
  private asMember<T>({ tenantId, memberId }: Addressee, run: (tx: TenantTx) => Promise<T>): Promise<T> {
    return this.work.inTenant({ tenantId, memberId, role: 'MEMBER' }, run);
  }
}

async function show(tx: TenantTx, { meetingId, memberId }: Addressee): Promise<RsvpLinkPreviewType> {
  const member = found((await memberById.batch(tx, [memberId])).get(memberId));
  if (member.status !== 'ACTIVE' && member.status !== 'ON_LEAVE') refuse({ code: 'NOT_FOUND' });
  const meeting = found((await meetingsStore.byIds(tx, [meetingId])).get(meetingId));
  const group = await groupOf(tx, meeting.groupId);
  const rsvps = (await rsvpsStore.ofMeetings(tx, [meetingId])).get(meetingId) ?? [];
  return {
    meetingId: publicId('Meeting', meeting.id),
    title: meeting.title,
    groupName: group.name,
    displayName: member.displayName,
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    timeZone: meeting.timeZone,
    format: meeting.format,
    place: meeting.place,
    rsvp: rsvps.find((given) => given.memberId === memberId)?.answer ?? null,
    over: !isOpenToChange(meeting, tx.now),
    cancelled: meeting.status === 'CANCELLED',
    cancelReason: meeting.cancelReason,
  };
}
