import { facilitatorsOf } from '@yoriai/domain/groups';
import type { MeetingId } from '@yoriai/domain/kernel';
import { rolesAreDue, rolesDueAt } from '@yoriai/domain/meetings';
import { notify } from '../../notifications/notify.js';
import { Reads, type StoredEvent } from '../../platform/outbox/reader.js';
import { RunsTimer, type DueTimer } from '../../platform/timers/timer.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupOf } from '../group-of.js';
import { meetingsStore } from '../meeting/meetings.store.js';
import { meetingsOfEvent, timeEvents, type TimeEvent } from '../meeting/meetings-of-event.js';
import { suggestMeetingRoles } from './suggest-meeting-roles.js';
import { passAllMeetingRolesOn } from './pass-meeting-role-on.js';

declare module '../../platform/timers/timers.js' {
  interface Timers {
    'meeting.suggest-roles': { meetingId: MeetingId };
  }
}

/** Two weeks before a meeting its roles are suggested. */
@Reads({ reader: 'meetings.plan-roles', events: timeEvents, queue: 'normal' })
export class ScheduleRoleSuggestions {
  async handle(tx: TenantTx, event: TimeEvent): Promise<void> {
    const meetings = (await meetingsOfEvent(tx, event)).filter((meeting) => rolesAreDue(meeting, tx.now));
    await tx.atEach(
      meetings.map((meeting) => ({
        name: 'meeting.suggest-roles',
        key: meeting.id,
        ids: { meetingId: meeting.id },
        dueAt: rolesDueAt(meeting),
      })),
    );
  }
}

@RunsTimer({ timer: 'meeting.suggest-roles', queue: 'normal' })
export class SuggestMeetingRoles {
  async run(tx: TenantTx, timer: DueTimer<'meeting.suggest-roles'>): Promise<void> {
    const { meetingId } = timer.ids;
    const meeting = await meetingsStore.lock(tx, meetingId);
    if (!rolesAreDue(meeting, tx.now)) return;
    if (tx.now < rolesDueAt(meeting)) await tx.at(rolesDueAt(meeting), timer);
    else await suggestMeetingRoles(tx, meetingId);
  }
}

/** Notifies the member who was given a role, and the facilitators when none is left to ask. */
@Reads({ reader: 'meetings.tell-of-roles', events: ['meeting.roles-set'], queue: 'normal' })
export class NotifyOfRoles {
  async handle(tx: TenantTx, event: StoredEvent<'meeting.roles-set'>): Promise<void> {
    const { meetingId, groupId, memberId, passedOnBy } = event.ids;
    const group = await groupOf(tx, groupId);
    const about = event.actorId;
    const ids = { meetingId, groupId: group.id };
    if (memberId) await notify(tx, { kind: 'meeting.role', to: [memberId], ids, once: event.id, about });
    else if (passedOnBy) {
      const to = facilitatorsOf(group).map((one) => one.memberId);
      await notify(tx, { kind: 'meeting.role-free', to, ids, once: event.id });
    }
  }
}

/** A member who says that they will not come is relieved of what they had taken on. */
@Reads({ reader: 'meetings.pass-roles-on', events: ['meeting.rsvp-given'], queue: 'normal' })
export class PassMeetingRolesOn {
  async handle(tx: TenantTx, { ids }: StoredEvent<'meeting.rsvp-given'>): Promise<void> {
    await passAllMeetingRolesOn(tx, ids.meetingId, ids.memberId);
  }
}
