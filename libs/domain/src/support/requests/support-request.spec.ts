import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { days, namesIn, plus, type DomainEvent, type Instant, type MemberId } from '../../kernel/index.js';
import {
  acceptOffer,
  audienceRule,
  canSeeOffer,
  creditsOf,
  declineOffer,
  editSupportRequest,
  expiryStep,
  hidesAmong,
  isLive,
  mayBeAnonymous,
  offerEvents,
  offerSupport,
  replyEvents,
  replyToSupportRequest,
  resolveSupportRequest,
  revealSupportRequestAuthor,
  supportAbilities,
  supportRequestEvents,
  supportStatuses,
  thanksEvents,
  withdrawOffer,
  withdrawSupportRequest,
  type SupportCredit,
  type SupportOffer,
  type SupportOfferId,
  type SupportReplyId,
  type SupportRequest,
  type SupportStatus,
  type SupportThanks,
} from '../index.js';
import {
  uuid,
  member,
  asker,
  sato,
  suzuki,
  tanaka,
  group,
  now,
  draft,
  readers,
  post,
  value,
  anonymous,
  request,
  offer,
  facts,
} from './support-request.factory.js';

const error = (result: { ok: boolean; error?: unknown }) => (result.ok ? null : result.error);

describe('who will see a request', () => {
  it('members of this moment, unless the author lets newcomers in', () => {
    expect(value(audienceRule(asker, draft()))).toEqual({ kind: 'GROUP_AT_EPOCH', groupId: group });
    expect(value(audienceRule(asker, draft({ includeNewcomers: true })))).toEqual({
      kind: 'GROUP_NOW',
      groupId: group,
    });
  });
  it('the whole tenant, when the author says so, with or without a group', () => {
    expect(value(audienceRule(asker, draft({ audience: 'TENANT', groupId: null })))).toEqual({
      kind: 'TENANT',
    });
  });
  it('the people chosen and the author, each once', () => {
    expect(
      value(audienceRule(asker, draft({ audience: 'CHOSEN', chosenMemberIds: [suzuki, sato, sato, asker] }))),
    ).toEqual({ kind: 'CHOSEN', memberIds: [asker, sato, suzuki] });
  });
  it('is refused rather than widened when it does not fit together', () => {
    expect(error(audienceRule(asker, draft({ groupId: null })))).toMatchObject({
      field: 'groupId',
      rule: 'REQUIRED',
    });
    expect(error(audienceRule(asker, draft({ audience: 'CHOSEN' })))).toMatchObject({
      field: 'chosenMemberIds',
      rule: 'REQUIRED',
    });
    expect(error(audienceRule(asker, draft({ audience: 'CHOSEN', chosenMemberIds: [asker] })))).toMatchObject(
      { rule: 'REQUIRED' },
    );
    expect(error(audienceRule(asker, draft({ chosenMemberIds: [sato] })))).toMatchObject({
      field: 'chosenMemberIds',
      rule: 'MALFORMED',
    });
    expect(
      error(
        audienceRule(
          asker,
          draft({
            audience: 'CHOSEN',
            chosenMemberIds: Array.from({ length: 51 }, (_, n) => member(n + 500)),
          }),
        ),
      ),
    ).toMatchObject({ rule: 'TOO_MANY', limit: 50 });
  });
});

describe('hiding a name', () => {
  it.each([
    ['GROUP', 3, false],
    ['GROUP', 4, true],
    ['TENANT', 3, false],
    ['TENANT', 4, true],
    ['CHOSEN', 4, false],
    ['CHOSEN', 5, true],
  ] as const)('in %s among %i others: %s', (audience, others, possible) => {
    expect(mayBeAnonymous(audience, others).ok).toBe(possible);
    expect(post({ anonymous: true, audience }, others).ok).toBe(possible);
    expect(post({ audience }, others).ok).toBe(true);
  });
  it.each([
    ['here', { status: 'ACTIVE' }, 5],
    ['on leave: they can read', { status: 'ON_LEAVE' }, 5],
    ['without an account or a proven address', { proven: false }, 4],
    ['on leave, without a proven address', { status: 'ON_LEAVE', proven: false }, 4],
    ['invited', { status: 'INVITED' }, 4],
    ['suspended', { status: 'SUSPENDED' }, 4],
    ['an alumnus', { status: 'ALUMNI' }, 4],
    ['dead', { status: 'DECEASED' }, 4],
    ['the author', { memberId: asker }, 4],
  ] as const)('of five others one is %s', (_what, change, among) => {
    const all = readers(5).map((one, n) => (n === 3 ? { ...one, ...change } : one));
    expect(hidesAmong(all, asker)).toBe(among);
  });
  it.each([
    ['TENANT', true, null],
    ['CHOSEN', true, null],
    ['GROUP', true, group],
    ['TENANT', false, group],
    ['CHOSEN', false, group],
  ] as const)('to %s, without a name %s: names the group %s', (audience, anonymous, named) => {
    const { next, events } = value(post({ audience, anonymous }));
    expect(next.groupId).toBe(named);
    expect(events[0]!.ids.groupId ?? null).toBe(named);
  });
  it('says how many would be enough', () => {
    expect(error(post({ anonymous: true }, 2))).toEqual({
      code: 'TOO_FEW_FOR_ANONYMITY',
      others: 2,
      needed: 4,
    });
  });
  it('leaves the name neither in the request nor in its event', () => {
    const { next, events } = value(post({ anonymous: true }));
    expect(JSON.stringify({ next, events })).not.toContain(asker);
    expect(events).toEqual([
      { name: 'support.posted', anonymous: true, ids: { requestId: next.id, groupId: group } },
    ]);
  });
  it('holds for everything that the asker does afterwards', () => {
    const all: DomainEvent[] = [
      ...value(editSupportRequest(anonymous(), { title: '新しい題' }, now)).events,
      ...value(
        replyToSupportRequest(
          anonymous(),
          { memberId: asker, isAsker: true },
          { id: uuid(500) as SupportReplyId, body: 'ありがとうございます', gives: 'EMOTIONAL' },
          now,
        ),
      ).events,
      ...value(acceptOffer(anonymous(), offer(), now)).events,
      ...value(declineOffer(anonymous(), offer(), now)).events,
      ...value(resolveSupportRequest(anonymous(), { helpers: [{ memberId: sato }] }, facts())).events,
      ...value(withdrawSupportRequest(anonymous(), now)).events,
    ];
    expect(all.every((event) => event.anonymous === true)).toBe(true);
    const { reply } = value(
      replyToSupportRequest(
        anonymous(),
        { memberId: asker, isAsker: true },
        { id: uuid(500) as SupportReplyId, body: 'はい', gives: 'EMOTIONAL' },
        now,
      ),
    );
    expect(reply).toMatchObject({ authorId: null, byAsker: true, gives: null });
    expect(JSON.stringify(all)).not.toContain(asker);
  });
  it('names helpers in public only where all have seen them help', () => {
    expect(
      error(resolveSupportRequest(anonymous(), { helpers: [{ memberId: suzuki }] }, facts())),
    ).toMatchObject({ field: 'helpers', rule: 'UNKNOWN' });
    expect(resolveSupportRequest(anonymous(), { helpers: [{ memberId: sato }] }, facts()).ok).toBe(true);
    expect(resolveSupportRequest(request(), { helpers: [{ memberId: suzuki }] }, facts()).ok).toBe(true);
  });
  it('ends when the asker says so, once and for good', () => {
    const { next, events } = value(revealSupportRequestAuthor(anonymous(), asker, now));
    expect(next.authorId).toBe(asker);
    expect(events[0]!.anonymous).toBeUndefined();
    expect(error(revealSupportRequestAuthor(next, asker, now))).toEqual({ code: 'FORBIDDEN' });
  });
});

describe('what each person may do', () => {
  const viewer = (memberId: MemberId, role: 'MEMBER' | 'ADMIN' = 'MEMBER') => ({ memberId, role });
  const none = {
    reply: false,
    offer: false,
    resolve: false,
    withdraw: false,
    edit: false,
    reveal: false,
    welcomeAdvice: false,
    askLeave: false,
    sendNote: false,
    worry: false,
    mute: false,
  };
  /** What passes between two people goes on after the end. */
  const always = { sendNote: true, worry: true, mute: true };
  it.each<[string, boolean, SupportRequest, Partial<typeof none>]>([
    [
      'the asker of an open request',
      true,
      request(),
      { reply: true, resolve: true, withdraw: true, edit: true },
    ],
    [
      'the asker of an anonymous one',
      true,
      anonymous(),
      { reply: true, resolve: true, withdraw: true, edit: true, reveal: true },
    ],
    ['a group mate', false, request(), { reply: true, offer: true, ...always }],
    ['a group mate, when it is anonymous', false, anonymous(), { reply: true, offer: true, ...always }],
    [
      'a group mate of an asker who wants to be heard',
      false,
      request({ wanted: 'LISTEN' }),
      { reply: true, offer: true, askLeave: true, ...always },
    ],
    [
      'who wants to be heard',
      true,
      request({ wanted: 'LISTEN' }),
      { reply: true, resolve: true, withdraw: true, edit: true, welcomeAdvice: true },
    ],
    ['the asker of a resolved one', true, request({ status: 'RESOLVED' }), {}],
    ['the asker of an expired anonymous one', true, anonymous({ status: 'EXPIRED' }), { reveal: true }],
    ['a group mate, once it is over', false, request({ status: 'WITHDRAWN' }), always],
  ])('%s', (_who, mine, what, may) => {
    expect(supportAbilities(viewer(mine ? asker : sato), { mine, inAudience: true }, what)).toEqual({
      ...none,
      ...may,
    });
  });
  it('who left the group can still take back their own words, and name themselves', () => {
    const left = { mine: true, inAudience: false };
    expect(supportAbilities(viewer(asker), left, request())).toEqual({ ...none, withdraw: true });
    expect(supportAbilities(viewer(asker), left, anonymous())).toEqual({
      ...none,
      withdraw: true,
      reveal: true,
    });
  });
  it('an offer that came to nothing is seen by the helper and the asker alone', () => {
    for (const status of ['DECLINED', 'WITHDRAWN'] as const) {
      expect(canSeeOffer(viewer(sato), { mine: false }, offer({ status })).ok).toBe(true);
      expect(canSeeOffer(viewer(asker), { mine: true }, offer({ status })).ok).toBe(true);
      expect(canSeeOffer(viewer(suzuki, 'ADMIN'), { mine: false }, offer({ status }))).toMatchObject({
        error: { code: 'NOT_FOUND' },
      });
    }
    for (const status of ['OFFERED', 'ACCEPTED', 'DELIVERED'] as const)
      expect(canSeeOffer(viewer(suzuki), { mine: false }, offer({ status })).ok).toBe(true);
  });
  it('being an administrator changes nothing', () => {
    for (const what of [request(), anonymous(), request({ status: 'MATCHED' })])
      expect(supportAbilities(viewer(tanaka, 'ADMIN'), { mine: false, inAudience: true }, what)).toEqual(
        supportAbilities(viewer(sato), { mine: false, inAudience: true }, what),
      );
  });
});

describe('words', () => {
  it.each([
    ['title', { title: '  ' }, 'REQUIRED'],
    ['title', { title: 'あ'.repeat(121) }, 'TOO_LONG'],
    ['title', { title: 'a\u0000b' }, 'MALFORMED'],
    ['body', { body: '' }, 'REQUIRED'],
    ['body', { body: '😀'.repeat(5001) }, 'TOO_LONG'],
    ['body', { body: 'half \ud800' }, 'MALFORMED'],
  ])('a %s that no form would send is refused (%o: %s)', (field, change, rule) => {
    expect(error(post(change))).toMatchObject({ code: 'BAD_USER_INPUT', field, rule });
  });
  it('an emoji counts as one character', () => expect(post({ title: '😀'.repeat(120) }).ok).toBe(true));
  it('an edit keeps what it does not mention, and hears when a member was faster', () => {
    const { next } = value(editSupportRequest(request(), { urgency: 'HIGH' }, now));
    expect(next).toMatchObject({ title: '値上げの伝え方', urgency: 'HIGH', version: 2 });
    expect(error(editSupportRequest(next, { title: 'x', expectedVersion: 1 }, now))).toEqual({
      code: 'CONFLICT',
      version: 2,
    });
    expect(error(editSupportRequest(request(), { title: '' }, now))).toMatchObject({
      field: 'title',
      rule: 'REQUIRED',
    });
  });
});

const seenByAll = [supportRequestEvents, replyEvents, offerEvents, thanksEvents].flatMap<string>(namesIn);
type Act = {
  readonly name: string;
  readonly run: (
    state: { request: SupportRequest; offers: SupportOffer[] },
    at: Instant,
  ) => {
    ok: boolean;
    value?: {
      next: SupportRequest;
      offer?: SupportOffer;
      delivered?: readonly SupportOffer[];
      thanks?: readonly unknown[];
      events: readonly DomainEvent[];
    };
  };
};
const acts: Act[] = [
  { name: 'edit', run: (s, at) => editSupportRequest(s.request, { body: '書き直し' }, at) },
  {
    name: 'reply',
    run: (s, at) =>
      replyToSupportRequest(
        s.request,
        { memberId: sato, isAsker: false },
        { id: uuid(1) as SupportReplyId, body: 'どうですか', gives: null },
        at,
      ),
  },
  ...[sato, suzuki, tanaka].map((helper, n): Act => ({
    name: `paid offer ${n}`,
    run: (s, at) =>
      offerSupport(
        s.request,
        s.offers,
        helper,
        {
          id: uuid(700 + s.offers.length) as SupportOfferId,
          message: '仕事として',
          terms: 'PAID',
          price: 5000,
        },
        at,
      ),
  })),
  ...[sato, suzuki].map((helper, n): Act => ({
    name: `offer ${n}`,
    run: (s, at) =>
      offerSupport(
        s.request,
        s.offers,
        helper,
        {
          id: uuid(600 + s.offers.length) as SupportOfferId,
          message: '手伝います',
          terms: 'FREE',
          price: null,
        },
        at,
      ),
  })),
  ...[0, 1].flatMap((n): Act[] => [
    {
      name: `accept ${n}`,
      run: (s, at) => (s.offers[n] ? acceptOffer(s.request, s.offers[n], at) : { ok: false }),
    },
    {
      name: `decline ${n}`,
      run: (s, at) => (s.offers[n] ? declineOffer(s.request, s.offers[n], at) : { ok: false }),
    },
    {
      name: `withdraw offer ${n}`,
      run: (s, at) => (s.offers[n] ? withdrawOffer(s.request, s.offers[n], s.offers, at) : { ok: false }),
    },
  ]),
  {
    name: 'resolve',
    run: (s, at) =>
      resolveSupportRequest(
        s.request,
        { helpers: [{ memberId: sato }] },
        facts({ offers: s.offers, now: at }),
      ),
  },
  { name: 'withdraw', run: (s, at) => withdrawSupportRequest(s.request, at) },
  {
    name: 'time',
    run: (s, at) => {
      const step = expiryStep(s.request, plus(at, days(40)));
      return 'next' in step
        ? { ok: true, value: { next: step.next, events: 'events' in step ? step.events : [] } }
        : { ok: false };
    },
  },
];
const after: Record<SupportStatus, readonly SupportStatus[]> = {
  OPEN: ['OPEN', 'MATCHED', 'RESOLVED', 'WITHDRAWN', 'EXPIRED'],
  MATCHED: ['MATCHED', 'OPEN', 'RESOLVED', 'WITHDRAWN', 'EXPIRED'],
  RESOLVED: [],
  WITHDRAWN: [],
  EXPIRED: [],
};

describe('whatever people do in whatever order', () => {
  it('a request walks only along its states, ends once, and says what happened in known words', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.array(fc.constantFrom(...acts), { maxLength: 40 }), (hidden, steps) => {
        const asked = { acceptsPaid: true };
        let state = { request: hidden ? anonymous(asked) : request(asked), offers: [] as SupportOffer[] };
        let ended = 0;
        const credits: SupportCredit[] = [];
        steps.forEach((act, n) => {
          const before = state;
          const result = act.run(state, plus(now, n * 1000));
          if (!result.ok || !result.value) return expect(state).toBe(before);
          const { next, offer: made, delivered = [], events } = result.value;
          expect(after[before.request.status]).toContain(next.status);
          expect(next.authorId).toBe(before.request.authorId);
          expect(seenByAll).toEqual(expect.arrayContaining(events.map(({ name }) => name)));
          const changed = [...(made ? [made] : []), ...delivered];
          state = {
            request: next,
            offers: [
              ...before.offers.map((old) => changed.find(({ id }) => id === old.id) ?? old),
              ...changed.filter(({ id }) => !before.offers.some((old) => old.id === id)),
            ],
          };
          const standing = state.offers.filter(
            ({ status }) => status !== 'DECLINED' && status !== 'WITHDRAWN',
          );
          expect(standing.filter(({ terms }) => terms === 'PAID').length).toBeLessThanOrEqual(1);
          expect(new Set(standing.map(({ helperId }) => helperId)).size).toBe(standing.length);
          if (!isLive(next)) ended += 1;
          // Thanks are given with the end and never again; repeating an act that ended something changes nothing.
          expect(ended).toBeLessThanOrEqual(1);
          const thanks = (result.value.thanks ?? []) as readonly SupportThanks[];
          expect(thanks.length > 0 ? next.status : 'RESOLVED').toBe('RESOLVED');
          // So a request that was withdrawn or expired gives no credits, and one that was resolved the same ones however often it is told.
          credits.push(...creditsOf(thanks, next.authorId));
          if (next.status !== 'RESOLVED') expect(credits).toEqual([]);
          expect(creditsOf([...thanks, ...thanks], next.authorId)).toEqual(creditsOf(thanks, next.authorId));
          expect(new Set(credits.map(({ helperId }) => helperId)).size).toBe(credits.length);
          const decides = /^(accept|decline|withdraw|resolve)/.test(act.name);
          if (decides) expect(act.run(state, plus(now, n * 1000)).ok).toBe(false);
          if (isLive(next))
            expect(next.status === 'MATCHED').toBe(state.offers.some(({ status }) => status === 'ACCEPTED'));
        });
      }),
      { numRuns: 500 },
    );
  });
  it.each(supportStatuses.filter((status) => after[status].length === 0))('%s is final', (status) => {
    for (const act of acts)
      expect(act.run({ request: request({ status }), offers: [offer({ status: 'ACCEPTED' })] }, now).ok).toBe(
        false,
      );
  });
});
