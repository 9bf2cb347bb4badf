import { describe, expect, it } from '@jest/globals';
import type { GroupId, MeetingId, MemberId } from '@yoriai/domain/kernel';
import { RunsTimer, runsTimerMetadata, type DueTimer } from '../timers/timer.js';
import type { TenantTx } from '../work/tenant-tx.js';
import { Reads, readsMetadata, type StoredEvent } from './reader.js';

declare module '../timers/timers.js' {
  interface Timers {
    'test.remind': { meetingId: MeetingId };
    'test.forget': { memberId: MemberId };
  }
}

// The compiler is what proves these: each line below `@ts-expect-error` is one that it must refuse.
const [left, joined] = ['group.member-left', 'member.joined'] as const;
const reader = { reader: 'test.types', queue: 'normal' } as const;

describe('a job that reads events', () => {
  it('gets those that it reads, told apart by name, with the ids of each', () => {
    @Reads({ ...reader, events: [left, joined] })
    class Exact {
      async handle(_tx: TenantTx, event: StoredEvent<typeof left | typeof joined>): Promise<void> {
        event.ids.memberId satisfies MemberId;
        if (event.name === 'group.member-left') event.ids.groupId satisfies GroupId;
        // @ts-expect-error -- who joined the organisation is in no group yet
        else event.ids.groupId satisfies GroupId;
      }
    }
    expect(Reflect.getMetadata(readsMetadata, Exact)).toEqual({ ...reader, events: [left, joined] });
  });

  it('may look at none of them', () => {
    @Reads({ ...reader, events: [left, joined] })
    class Blind {
      async handle(): Promise<void> {}
    }
    expect(Reflect.hasMetadata(readsMetadata, Blind)).toBe(true);
  });

  it('is refused when it takes fewer, others or more, or reads an event that is not published', () => {
    // @ts-expect-error -- it would get `member.joined` too
    @Reads({ ...reader, events: [left, joined] })
    class Fewer {
      async handle(_tx: TenantTx, _event: StoredEvent<typeof left>): Promise<void> {}
    }
    // @ts-expect-error -- it would get another one
    @Reads({ ...reader, events: [joined] })
    class Other {
      async handle(_tx: TenantTx, _event: StoredEvent<typeof left>): Promise<void> {}
    }
    // @ts-expect-error -- it waits for `member.joined` in vain
    @Reads({ ...reader, events: [left] })
    class More {
      async handle(_tx: TenantTx, _event: StoredEvent<typeof left | typeof joined>): Promise<void> {}
    }
    // @ts-expect-error -- a slip of the pen
    @Reads({ ...reader, events: ['group.member-lefft'] })
    class Misspelt {
      async handle(): Promise<void> {}
    }
    expect([Fewer, Other, More, Misspelt]).toHaveLength(4);
  });
});

describe('a job that runs timers', () => {
  it('gets those that it runs, told apart by name, with the ids of each', () => {
    @RunsTimer({ timer: ['test.remind', 'test.forget'], queue: 'normal' })
    class Exact {
      async run(_tx: TenantTx, timer: DueTimer<'test.remind' | 'test.forget'>): Promise<void> {
        if (timer.name === 'test.remind') timer.ids.meetingId satisfies MeetingId;
        // @ts-expect-error -- not among the ids of `test.forget`
        else timer.ids.meetingId satisfies MeetingId;
      }
    }
    expect(Reflect.hasMetadata(runsTimerMetadata, Exact)).toBe(true);
  });

  it('is refused when it takes others, or more, or runs one that no job has declared', () => {
    // @ts-expect-error -- it would get `test.forget`
    @RunsTimer({ timer: 'test.forget', queue: 'normal' })
    class Other {
      async run(_tx: TenantTx, _timer: DueTimer<'test.remind'>): Promise<void> {}
    }
    // @ts-expect-error -- it waits for `test.remind` in vain
    @RunsTimer({ timer: 'test.forget', queue: 'normal' })
    class More {
      async run(_tx: TenantTx, _timer: DueTimer<'test.remind' | 'test.forget'>): Promise<void> {}
    }
    // @ts-expect-error -- declared nowhere
    @RunsTimer({ timer: 'test.undeclared', queue: 'normal' })
    class Undeclared {
      async run(): Promise<void> {}
    }
    expect([Other, More, Undeclared]).toHaveLength(3);
  });
});

it('only what a name stands for can be published, set and cancelled', () => {
  const acts = (tx: TenantTx, ids: { groupId: GroupId; memberId: MemberId; meetingId: MeetingId }) => {
    const { groupId, memberId, meetingId } = ids;
    void tx.publish([{ name: 'group.member-left', ids: { groupId, memberId } }]);
    // @ts-expect-error -- which group?
    void tx.publish([{ name: 'group.member-left', ids: { memberId } }]);
    // @ts-expect-error -- a member is no group
    void tx.publish([{ name: 'group.member-left', ids: { groupId: memberId, memberId } }]);
    // @ts-expect-error -- no such event
    void tx.publish([{ name: 'group.member-lefft', ids: { groupId, memberId } }]);
    void tx.at(tx.now, { name: 'test.remind', key: meetingId, ids: { meetingId } });
    // @ts-expect-error -- the ids of another timer
    void tx.at(tx.now, { name: 'test.remind', key: memberId, ids: { memberId } });
    // @ts-expect-error -- no such timer
    void tx.cancelTimers('test.remindd', [meetingId]);
  };
  expect(acts).toBeInstanceOf(Function);
});
