import { describe, expect, it } from '@jest/globals';
import { days, hours, plus } from '../../kernel/index.js';
import { expiryStep, keepSupportRequestOpen, replyToSupportRequest, type SupportReplyId } from '../index.js';
import { uuid, sato, now, value, request } from '../requests/support-request.factory.js';

describe('an old request', () => {
  const after = (n: number) => plus(now, days(n));
  it('is asked about after 27 quiet days and ends after 30', () => {
    expect(expiryStep(request(), after(26))).toEqual({ step: 'WAIT', at: after(27) });
    const asked = expiryStep(request(), after(27));
    expect(asked).toMatchObject({ step: 'ASK', at: after(30) });
    if (asked.step !== 'ASK') throw new Error();
    expect(expiryStep(asked.next, after(29))).toEqual({ step: 'WAIT', at: after(30) });
    expect(expiryStep(asked.next, after(30))).toMatchObject({ step: 'EXPIRE', next: { status: 'EXPIRED' } });
  });
  it('begins its 30 days again with any reply', () => {
    const asked = { ...request(), expiryAskedAt: after(27) };
    const { next } = value(
      replyToSupportRequest(
        asked,
        { memberId: sato, isAsker: false },
        { id: uuid(1) as SupportReplyId, body: 'まだ困っていますか', gives: null },
        after(28),
      ),
    );
    expect(expiryStep(next, after(30))).toEqual({ step: 'WAIT', at: after(55) });
  });
  it('never ends without having been asked about, even when time made a jump', () => {
    const late = expiryStep(request(), after(90));
    expect(late).toMatchObject({ step: 'ASK', at: after(93) });
  });
  it('is left alone once it is over', () =>
    expect(expiryStep(request({ status: 'RESOLVED' }), after(99))).toEqual({ step: 'NOTHING' }));
});

describe('まだ助けがほしい', () => {
  it('begins the 30 days again, and only for what is still open', () => {
    const later = plus(now, hours(24 * 27));
    const kept = keepSupportRequestOpen(request({ expiryAskedAt: later }), later);
    expect(kept).toMatchObject({ value: { next: { lastActivityAt: later, expiryAskedAt: null } } });
    for (const status of ['RESOLVED', 'WITHDRAWN', 'EXPIRED'] as const)
      expect(keepSupportRequestOpen(request({ status }), later)).toMatchObject({
        error: { code: 'REQUEST_CLOSED', status },
      });
  });
});
