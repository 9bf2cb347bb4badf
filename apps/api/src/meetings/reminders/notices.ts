import { Injectable } from '@nestjs/common';
import type { IdsOfNotice } from '@yoriai/domain/notifications';
import type { MemberId } from '@yoriai/domain/kernel';
import type { MeetingFacts } from '@yoriai/domain/meetings';
import { AddsToMail, Describes, type MailExtras } from '../../notifications/notices.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { describeStandingMeeting, MeetingNotices } from '../meeting/notices.js';

@Injectable()
export class ReminderNotices {
  constructor(private readonly meetings: MeetingNotices) {}

  @Describes(
    'meeting.reminder.7d',
    'meeting.reminder.24h',
    'meeting.reminder.1h',
    'meeting.rsvp-nudge',
    'meeting.check-in-nudge',
  )
  describe(
    tx: TenantTx,
    ids: readonly IdsOfNotice['meeting.reminder.7d'][],
  ): Promise<(MeetingFacts | null)[]> {
    return describeStandingMeeting(tx, ids);
  }

  @AddsToMail('meeting.reminder.7d', 'meeting.reminder.24h', 'meeting.reminder.1h', 'meeting.rsvp-nudge')
  answerLink(tx: TenantTx, ids: IdsOfNotice['meeting.reminder.7d'], memberId: MemberId): Promise<MailExtras> {
    return this.meetings.answerLink(tx, ids, memberId);
  }
}
