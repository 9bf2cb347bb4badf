import { spanText } from '../kernel/index.js';
import type { MeetingFacts } from '../meetings/index.js';
import { noticeText, ruleOf, type NoticeFacts, type NoticeKind } from './notices.js';

/** A mail before it becomes plain text and HTML. */
export interface MailText {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** The rows of a small table: 日時, 場所. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly buttons: readonly { readonly label: string; readonly url: string }[];
  /** Why this came and how to have it otherwise. */
  readonly footer: readonly string[];
}

export interface MailReader {
  readonly locale: 'ja' | 'en';
  /** The reader switched content on. */
  readonly mailContent: boolean;
  readonly displayName: string;
}
export interface MailLinks {
  /** The page of the subject: used where the mail may say what it is about. */
  readonly thing: string;
  /** The list of notices: an address that gives nothing away. */
  readonly bell: string;
  readonly settings: string;
  /** A signed link to answer a meeting without signing in. */
  readonly rsvp?: string;
}

/**
 * Whether a mail may say what happened: only if its reader switched that on, and never for emergencies or about a
 * request for an open ear.
 */
export function mayCarryContent<K extends NoticeKind>(
  kind: K,
  facts: NoticeFacts[K],
  mailContent: boolean,
): boolean {
  const emotional = 'type' in facts && facts.type === 'EMOTIONAL';
  return mailContent && !ruleOf(kind).neverWithContent && !emotional;
}

/**
 * The mail of a notice. Bare by default: neither names nor titles nor what it is about, since a mail box stands open to
 * family and staff; of meetings only 寄り合い 定例会, the time and the place. With content it says what the screen says.
 */
export function noticeMail<K extends NoticeKind>(
  kind: K,
  facts: NoticeFacts[K],
  reader: MailReader,
  links: MailLinks,
): MailText {
  if (kind === 'meeting.uninvited') return calendarMail(reader.locale, links);
  const words = wordsFor[reader.locale];
  const full = mayCarryContent(kind, facts, reader.mailContent);
  const meeting = meetingIn(facts);
  const footer = [words.footer(full), `${words.settings}: ${links.settings}`];
  const answer = links.rsvp === undefined ? [] : [{ label: words.rsvp, url: links.rsvp }];
  const open = full || meeting || ruleOf(kind).linkInBareMail;
  const thing = { label: words.open, url: open ? links.thing : links.bell };
  if (full) {
    const { title, body } = noticeText(kind, facts, reader.locale);
    const join =
      meeting?.url && kind !== 'meeting.cancelled' ? [{ label: words.join, url: meeting.url }] : [];
    return {
      subject: oneLine(`${words.brand}${title}`),
      paragraphs: [words.greeting(reader.displayName), title, ...body.split('\n')],
      facts: meeting ? whenAndWhere(meeting, reader.locale) : [],
      buttons: [...answer, thing, ...join],
      footer,
    };
  }
  if (meeting) {
    const { subject, said } = words.meeting[meetingChange(kind)];
    const when = spanText(meeting.startsAt, meeting.endsAt, meeting.timeZone, reader.locale);
    return {
      subject: `${subject} ${when}`,
      paragraphs: [said],
      facts: whenAndWhere(meeting, reader.locale),
      buttons: [...answer, thing],
      footer,
    };
  }
  return {
    subject: `${words.brand}${words.bare}`,
    paragraphs: [words.signIn],
    facts: [],
    buttons: [thing],
    footer,
  };
}

/** A notice with what its words need. */
export interface NoticeToMail {
  readonly kind: NoticeKind;
  readonly facts: NoticeFacts[NoticeKind];
}

/** The mail of one notice or of several that came soon after one another: in the same words, one below the other, and as bare as each alone. */
export function noticesMail(
  notices: readonly NoticeToMail[],
  reader: MailReader,
  links: MailLinks,
): MailText {
  const [first, ...more] = notices as readonly [NoticeToMail, ...NoticeToMail[]];
  if (more.length === 0) return noticeMail(first.kind, first.facts, reader, links);
  const words = wordsFor[reader.locale];
  const count = notices.length;
  const mails = notices.map(({ kind, facts }) => noticeMail(kind, facts, reader, links));
  const full = notices.every(({ kind, facts }) => mayCarryContent(kind, facts, reader.mailContent));
  const frame = {
    buttons: [{ label: words.open, url: full ? links.thing : links.bell }],
    footer: [words.footer(full), `${words.settings}: ${links.settings}`],
  };
  const meetings = notices.map(({ facts }) => meetingIn(facts));
  if (full) {
    const texts = notices.map(({ kind, facts }) => noticeText(kind, facts, reader.locale));
    return {
      ...frame,
      subject: oneLine(`${words.brand}${words.andMore(texts[0]!.title, more.length)}`),
      paragraphs: [
        words.greeting(reader.displayName),
        ...texts.flatMap(({ title, body }) => [title, ...body.split('\n')]),
      ],
      facts: [],
    };
  }
  if (meetings.every((meeting) => meeting !== null))
    return {
      ...frame,
      subject: words.several.subject(count),
      paragraphs: [words.several.said],
      facts: mails.flatMap(({ facts }, i) => {
        const label = words.several[meetingChange(notices[i]!.kind)];
        return facts.map(([name, value], row): [string, string] => [row === 0 ? label : name, value]);
      }),
    };
  return {
    ...frame,
    subject: `${words.brand}${words.bareMany(count)}`,
    paragraphs: [words.signInMany(count)],
    facts: [],
  };
}

/**
 * The mail that only brings a calendar up to date: dates from before the rest of a series moved, or from before its reader left. They have
 * nothing to do, and it says no more than that.
 */
export function calendarMail(locale: 'ja' | 'en', links: MailLinks): MailText {
  const words = wordsFor[locale];
  return {
    subject: words.tidying.subject,
    paragraphs: [words.tidying.said],
    facts: [],
    buttons: [{ label: words.open, url: links.thing }],
    footer: [words.footer(false), `${words.settings}: ${links.settings}`],
  };
}

const meetingIn = (facts: NoticeFacts[NoticeKind]): MeetingFacts | null =>
  'startsAt' in facts ? facts : null;
const changes = {
  'meeting.moved': 'moved',
  'meeting.place-changed': 'place',
  'meeting.cancelled': 'cancelled',
} as const satisfies Partial<Record<NoticeKind, string>>;
const meetingChange = (kind: NoticeKind): 'plan' | (typeof changes)[keyof typeof changes] =>
  kind in changes ? changes[kind as keyof typeof changes] : 'plan';

function whenAndWhere(
  { startsAt, endsAt, timeZone, place, url }: MeetingFacts,
  locale: 'ja' | 'en',
): [string, string][] {
  const { when, where, online } = wordsFor[locale];
  const at = place ?? (url === null ? null : online);
  const rows: [string, string | null][] = [
    [when, `${spanText(startsAt, endsAt, timeZone, locale)} (${timeZone})`],
    [where, at],
  ];
  return rows.filter((row): row is [string, string] => row[1] !== null);
}

/** Titles may hold line breaks; a subject may not. */
const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

const wordsFor = {
  ja: {
    brand: '【寄り合い】',
    bare: 'お知らせが1件あります',
    signIn: '寄り合いにお知らせが1件届いています。サインインしてご覧ください。',
    greeting: (name: string) => `${name} 様`,
    when: '日時',
    where: '場所',
    online: 'オンライン',
    open: '寄り合いで見る',
    rsvp: '出欠を答える',
    join: 'オンラインで参加',
    settings: 'お知らせの設定',
    footer: (full: boolean) =>
      full
        ? 'このメールには内容が載っています。載せないようにすることもできます。'
        : '相談の内容や名前は、メールには載せていません。',
    bareMany: (count: number) => `お知らせが${count}件あります`,
    signInMany: (count: number) => `寄り合いにお知らせが${count}件届いています。サインインしてご覧ください。`,
    andMore: (title: string, more: number) => `${title}(ほか${more}件)`,
    several: {
      subject: (count: number) => `寄り合い 定例会(予定の変更 ${count}件)`,
      said: '定例会の予定が次のとおり変わりました。',
      plan: '新しい予定',
      moved: '日時変更',
      place: '場所変更',
      cancelled: '中止',
    },
    tidying: {
      subject: '寄り合い 定例会(カレンダーの整理)',
      said: 'これまでの予定をカレンダーから外すためのメールです。お手数をおかけすることはありません。',
    },
    meeting: {
      plan: { subject: '寄り合い 定例会', said: '定例会のお知らせです。' },
      moved: {
        subject: '寄り合い 定例会(日時変更)',
        said: '定例会の日時が変わりました。新しい日時は次のとおりです。',
      },
      place: {
        subject: '寄り合い 定例会(場所変更)',
        said: '定例会の場所が変わりました。新しい場所は次のとおりです。',
      },
      cancelled: { subject: '寄り合い 定例会(中止)', said: '次の定例会は中止になりました。' },
    },
  },
  en: {
    brand: '[Yoriai] ',
    bare: 'You have a notice',
    signIn: 'There is a notice for you on Yoriai. Sign in to read it.',
    greeting: (name: string) => `Dear ${name},`,
    when: 'When',
    where: 'Where',
    online: 'Online',
    open: 'Open Yoriai',
    rsvp: 'Say whether you can come',
    join: 'Join online',
    settings: 'Notification settings',
    footer: (full: boolean) =>
      full
        ? 'This mail says what happened. You can have it left out.'
        : 'What was said, and by whom, is never in our mails unless you ask for it.',
    bareMany: (count: number) => `You have ${count} notices`,
    signInMany: (count: number) => `There are ${count} notices for you on Yoriai. Sign in to read them.`,
    andMore: (title: string, more: number) => `${title} (and ${more} more)`,
    several: {
      subject: (count: number) => `Yoriai meetings (${count} changes)`,
      said: 'Your regular meetings have changed:',
      plan: 'New',
      moved: 'New time',
      place: 'New place',
      cancelled: 'Cancelled',
    },
    tidying: {
      subject: 'Yoriai meeting (calendar update)',
      said: 'This takes former dates out of your calendar. There is nothing for you to do.',
    },
    meeting: {
      plan: { subject: 'Yoriai meeting', said: 'About your regular meeting.' },
      moved: {
        subject: 'Yoriai meeting (new time)',
        said: 'Your regular meeting has been moved. The new time:',
      },
      place: {
        subject: 'Yoriai meeting (new place)',
        said: 'Your regular meeting has a new place:',
      },
      cancelled: { subject: 'Yoriai meeting (cancelled)', said: 'This regular meeting has been cancelled.' },
    },
  },
} as const;
