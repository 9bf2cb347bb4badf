import { describe, expect, it } from '@jest/globals';
import {
  acceptOffer,
  declineOffer,
  offerSupport,
  withdrawOffer,
  type SupportOffer,
  type SupportOfferId,
} from '../index.js';
import { uuid, sato, suzuki, now, value, request, offer } from '../requests/support-request.factory.js';

const error = (result: { ok: boolean; error?: unknown }) => (result.ok ? null : result.error);

describe('offers', () => {
  const make = (
    offers: SupportOffer[],
    change: { terms?: 'FREE' | 'EXCHANGE' | 'PAID'; message?: string; price?: number } = {},
    what = request(),
  ) =>
    offerSupport(
      what,
      offers,
      sato,
      { id: uuid(401) as SupportOfferId, message: '手伝えます', terms: 'FREE', price: null, ...change },
      now,
    );

  it('one standing offer per helper, a new one after a decline or a withdrawal', () => {
    expect(make([]).ok).toBe(true);
    for (const status of ['OFFERED', 'ACCEPTED', 'DELIVERED'] as const)
      expect(error(make([offer({ status })]))).toEqual({ code: 'ALREADY_OFFERED' });
    for (const status of ['DECLINED', 'WITHDRAWN'] as const) expect(make([offer({ status })]).ok).toBe(true);
    expect(make([offer({ helperId: suzuki })]).ok).toBe(true);
  });
  it('paid ones only where the asker wants them, and one per request', () => {
    const open = request({ acceptsPaid: true });
    expect(error(make([], { terms: 'PAID' }))).toEqual({ code: 'PAID_NOT_ACCEPTED' });
    const paid = { terms: 'PAID', price: 5000 } as const;
    expect(make([], paid, open).ok).toBe(true);
    expect(error(make([offer({ helperId: suzuki, terms: 'PAID' })], paid, open))).toEqual({
      code: 'PAID_OFFER_TAKEN',
    });
    for (const status of ['DECLINED', 'WITHDRAWN'] as const)
      expect(make([offer({ helperId: suzuki, terms: 'PAID', status })], paid, open).ok).toBe(true);
    expect(make([offer({ helperId: suzuki, terms: 'EXCHANGE' })], paid, open).ok).toBe(true);
  });
  it('a price belongs to every paid offer, to no other, and is whole yen', () => {
    const open = request({ acceptsPaid: true });
    expect(error(make([], { terms: 'PAID' }, open))).toMatchObject({ field: 'price', rule: 'REQUIRED' });
    for (const price of [0, -1, 1.5, 10_000_001])
      expect(error(make([], { terms: 'PAID', price }, open))).toMatchObject({
        field: 'price',
        rule: 'OUT_OF_RANGE',
      });
    expect(error(make([], { terms: 'FREE', price: 5000 }))).toMatchObject({
      field: 'price',
      rule: 'MALFORMED',
    });
  });
  it('are decided once', () => {
    for (const status of ['ACCEPTED', 'DECLINED', 'WITHDRAWN', 'DELIVERED'] as const) {
      expect(error(acceptOffer(request(), offer({ status }), now))).toEqual({
        code: 'OFFER_DECIDED',
        status,
      });
      expect(error(declineOffer(request(), offer({ status }), now))).toEqual({
        code: 'OFFER_DECIDED',
        status,
      });
    }
    expect(value(acceptOffer(request(), offer(), now))).toMatchObject({
      next: { status: 'MATCHED' },
      offer: { status: 'ACCEPTED' },
    });
    expect(value(declineOffer(request(), offer(), now))).toMatchObject({
      next: { status: 'OPEN' },
      offer: { status: 'DECLINED' },
    });
  });
  it('when the last helper withdraws, the request is open again', () => {
    const accepted = offer({ status: 'ACCEPTED' });
    const matched = request({ status: 'MATCHED' });
    expect(value(withdrawOffer(matched, accepted, [accepted], now)).next.status).toBe('OPEN');
    expect(
      value(
        withdrawOffer(
          matched,
          accepted,
          [accepted, offer({ id: uuid(402) as SupportOfferId, helperId: suzuki, status: 'ACCEPTED' })],
          now,
        ),
      ).next.status,
    ).toBe('MATCHED');
    expect(error(withdrawOffer(matched, offer({ status: 'DECLINED' }), [], now))).toEqual({
      code: 'OFFER_DECIDED',
      status: 'DECLINED',
    });
  });
});
