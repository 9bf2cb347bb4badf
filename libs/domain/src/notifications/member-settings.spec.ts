import { describe, expect, it } from '@jest/globals';
import { defaultSettings, mayBeTold, mutableKinds, updateSettings, wantsMail } from './index.js';

describe('how a member wants to be told', () => {
  it('mails are bare and nights are quiet until they say otherwise', () =>
    expect(defaultSettings).toEqual({
      mailContent: false,
      quietFrom: '21:00',
      quietTo: '08:00',
      muted: [],
      version: 1,
    }));

  it('only what is named changes', () =>
    expect(updateSettings(defaultSettings, { mailContent: true })).toEqual({
      ok: true,
      value: { ...defaultSettings, mailContent: true, version: 2 },
    }));

  it('quiet hours can be moved and switched off', () => {
    expect(updateSettings(defaultSettings, { quietFrom: '22:30' })).toMatchObject({
      ok: true,
      value: { quietFrom: '22:30', quietTo: '08:00' },
    });
    expect(updateSettings(defaultSettings, { quietFrom: null, quietTo: null })).toMatchObject({
      ok: true,
      value: { quietFrom: null, quietTo: null },
    });
  });

  it('a kind muted twice is muted once, and the order never matters', () => {
    const [first, second] = mutableKinds;
    expect(updateSettings(defaultSettings, { muted: [second!, first!, second!] })).toMatchObject({
      value: { muted: [first, second] },
    });
  });

  it.each([
    [{ quietFrom: '25:00' }, { code: 'BAD_USER_INPUT', field: 'quietFrom', rule: 'MALFORMED' }],
    [{ quietFrom: '9:00' }, { code: 'BAD_USER_INPUT', field: 'quietFrom', rule: 'MALFORMED' }],
    [{ quietTo: '08:00\u0000' }, { code: 'BAD_USER_INPUT', field: 'quietTo', rule: 'MALFORMED' }],
    [{ quietTo: '🌙' }, { code: 'BAD_USER_INPUT', field: 'quietTo', rule: 'MALFORMED' }],
    [{ quietFrom: null }, { code: 'BAD_USER_INPUT', field: 'quietFrom', rule: 'REQUIRED' }],
    [{ muted: ['meeting.cancelled'] }, { code: 'BAD_USER_INPUT', field: 'muted', rule: 'UNKNOWN' }],
    [{ muted: ['sign-in-code'] }, { code: 'BAD_USER_INPUT', field: 'muted', rule: 'UNKNOWN' }],
    [{ muted: ['あ'.repeat(50)] }, { code: 'BAD_USER_INPUT', field: 'muted', rule: 'UNKNOWN' }],
    [
      { mailContent: true, expectedVersion: 7 },
      { code: 'CONFLICT', version: 1 },
    ],
  ])('refuses %j', (change, error) =>
    expect(updateSettings(defaultSettings, change)).toEqual({ ok: false, error }),
  );
});

describe('who is told', () => {
  it.each([
    ['ACTIVE', 'support.posted', true, true],
    ['ACTIVE', 'meeting.reminder.1h', true, true],
    ['INVITED', 'meeting.invite', true, false],
    ['ON_LEAVE', 'meeting.reminder.24h', true, true],
    ['ON_LEAVE', 'support.posted', false, false],
    ['ON_LEAVE', 'group.member-proposed', false, false],
    ['ALUMNI', 'meeting.cancelled', false, false],
    ['SUSPENDED', 'support.thanks', false, false],
    ['ALUMNI', 'meeting.uninvited', true, true],
    ['SUSPENDED', 'meeting.uninvited', true, true],
    ['DECEASED', 'meeting.uninvited', false, false],
    ['DECEASED', 'meeting.reminder.1h', false, false],
  ] as const)('%s and %s: on screen %s, by mail %s', (status, kind, screen, mail) => {
    expect(mayBeTold(status, kind)).toBe(screen);
    expect(wantsMail(status, kind, defaultSettings)).toBe(mail);
  });

  it('a muted kind sends no mail but stays in the bell; what cannot be muted is sent all the same', () => {
    expect(wantsMail('ACTIVE', 'support.posted', { muted: ['support.posted'] })).toBe(false);
    expect(mayBeTold('ACTIVE', 'support.posted')).toBe(true);
    expect(wantsMail('ACTIVE', 'meeting.cancelled', { muted: ['meeting.cancelled'] })).toBe(true);
  });
});
