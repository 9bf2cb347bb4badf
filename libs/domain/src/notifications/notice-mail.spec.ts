import { describe, expect, it } from '@jest/globals';
import {
  noticeKinds,
  noticeMail,
  noticeText,
  ruleOf,
  type MailReader,
  type NoticeFacts,
  type NoticeKind,
} from './index.js';
import { spanText } from '../kernel/index.js';

const at = (text: string) => new Date(text);
const secrets = [
  'ひみつ題名',
  'ひみつ組',
  'ひみつ太郎',
  'ひみつ提案者',
  'https://meet.example/himitsu',
  'ひみつ理由',
];
const meeting = {
  groupName: 'ひみつ組',
  title: 'ひみつ題名',
  startsAt: at('2026-11-20T10:00:00Z'),
  endsAt: at('2026-11-20T12:00:00Z'),
  timeZone: 'Asia/Tokyo',
  place: '商工会館 2階',
  url: 'https://meet.example/himitsu',
  reason: 'ひみつ理由',
  roles: ['HOST', 'HOT_SEAT'],
};
const group = {
  groupName: 'ひみつ組',
  memberName: 'ひみつ太郎',
  place: 'FACILITATOR' as const,
  what: 'JOIN' as const,
  proposedBy: 'ひみつ提案者',
  decidesAt: at('2026-11-27T03:00:00Z'),
  timeZone: 'Asia/Tokyo',
};
const poll = { groupName: 'ひみつ組', title: 'ひみつ題名', closesOn: '2026-12-10' };
const commitment = { groupName: 'ひみつ組', statement: 'ひみつ題名', dueOn: '2026-12-10' };
const remark = { groupName: 'ひみつ組', person: 'ひみつ太郎', topic: 'ひみつ題名', body: 'ひみつ理由' };
const goodNews = { person: 'ひみつ太郎', body: 'ひみつ題名', reaction: 'THANKS' as const };
const support = {
  type: 'APPRAISAL' as const,
  title: 'ひみつ題名',
  person: 'ひみつ太郎',
  reason: { kind: 'TURN' as const },
};
const factsOf = <K extends NoticeKind>(kind: K): NoticeFacts[K] =>
  (kind === 'meeting.remark'
    ? remark
    : kind.startsWith('meeting')
      ? meeting
      : kind.startsWith('support') && kind !== 'support.give-and-take'
        ? support
        : kind.startsWith('good-news')
          ? goodNews
          : kind.startsWith('date-poll')
            ? poll
            : kind.startsWith('commitment')
              ? commitment
              : group) as unknown as NoticeFacts[K];

const links = {
  thing: 'https://y.example/t/sakura/support/srq_1',
  bell: 'https://y.example/t/sakura/notifications',
  settings: 'https://y.example/t/sakura/me/notifications',
};
const reader = (locale: 'ja' | 'en', mailContent: boolean): MailReader => ({
  locale,
  mailContent,
  displayName: '山田 花子',
});
const everyKind = noticeKinds.flatMap((kind) =>
  (['ja', 'en'] as const).map((locale) => [kind, locale] as const),
);

describe('the mail of a notice', () => {
  it.each(everyKind)(
    '%s in %s says nothing of what it is about unless the reader switched content on',
    (kind, locale) => {
      const bare = JSON.stringify(noticeMail(kind, factsOf(kind), reader(locale, false), links));
      for (const secret of [...secrets, '山田']) expect(bare).not.toContain(secret);
      if (!kind.startsWith('meeting')) {
        expect(bare).not.toContain('support/');
        expect(bare).not.toMatch(/相談があり|申し出|提案|約束|署名/);
      }
      const full = JSON.stringify(noticeMail(kind, factsOf(kind), reader(locale, true), links));
      expect(secrets.some((secret) => full.includes(secret))).toBe(!ruleOf(kind).neverWithContent);
    },
  );

  it.each(noticeKinds.filter((kind) => kind.startsWith('support')))(
    '%s about an open ear stays bare even then',
    (kind) => {
      const facts = { ...support, type: 'EMOTIONAL' as const } as NoticeFacts[typeof kind];
      expect(noticeMail(kind, facts, reader('ja', true), links)).toEqual(
        noticeMail(kind, facts, reader('ja', false), links),
      );
    },
  );

  it('by default is one sentence and the way to the bell', () =>
    expect(noticeMail('support.posted', support, reader('ja', false), links)).toMatchObject({
      subject: '【寄り合い】お知らせが1件あります',
      facts: [],
      buttons: [{ url: links.bell }],
    }));

  it('of a meeting names time and place and nothing else', () =>
    expect(noticeMail('meeting.reminder.24h', meeting, reader('ja', false), links)).toMatchObject({
      subject: '寄り合い 定例会 2026年11月20日(金) 19:00〜21:00',
      facts: [
        ['日時', '2026年11月20日(金) 19:00〜21:00 (Asia/Tokyo)'],
        ['場所', '商工会館 2階'],
      ],
    }));

  it('offers the answer by link first', () =>
    expect(
      noticeMail('meeting.invite', meeting, reader('en', false), {
        ...links,
        rsvp: 'https://y.example/rsvp#t',
      }).buttons[0],
    ).toEqual({
      label: 'Say whether you can come',
      url: 'https://y.example/rsvp#t',
    }));

  it('keeps a title with line breaks out of the next header', () => {
    const title = '相談\r\nBcc: everyone@example.com';
    expect(
      noticeMail('meeting.invite', { ...meeting, title }, reader('ja', true), links).subject,
    ).not.toMatch(/[\r\n]/);
  });
});

describe('the words on screen', () => {
  it.each(everyKind)('%s in %s has a title and a body', (kind, locale) => {
    const { title, body } = noticeText(kind, factsOf(kind), locale);
    expect(title.length).toBeGreaterThan(0);
    expect(`${title}${body}`).not.toMatch(/undefined|null|NaN|\[object/);
  });
  it('an asker without a name is 相談した人', () =>
    expect(noticeText('support.thanks', { ...support, person: null }, 'ja').title).toBe(
      '相談した人からありがとうが届きました',
    ));
  it('a meeting over midnight names both days', () =>
    expect(spanText(at('2026-11-20T14:00:00Z'), at('2026-11-20T16:00:00Z'), 'Asia/Tokyo', 'ja')).toBe(
      '2026年11月20日(金) 23:00〜2026年11月21日(土) 01:00',
    ));
});
