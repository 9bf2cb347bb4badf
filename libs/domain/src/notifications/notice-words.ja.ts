import { firstLine } from './first-line.js';
import { nudgeReasonText } from '../support/index.js';
import type { MeetingFacts, MeetingRoleFacts, NoticeWords, SupportFacts } from './notice-facts.js';
import { dayText, plainDayText, spanText } from './when-text.js';

const whenAndWhere = ({ startsAt, endsAt, timeZone, place, url }: MeetingFacts): string =>
  [spanText(startsAt, endsAt, timeZone, 'ja'), place ?? (url === null ? null : 'オンライン')]
    .filter(Boolean)
    .join(' ');
const san = (name: string): string => `${name} さん`;
const asker = ({ person }: SupportFacts): string => (person === null ? '相談した人' : san(person));
const types = {
  INFORMATIONAL: '情報がほしい',
  INSTRUMENTAL: '手を借りたい',
  EMOTIONAL: '話を聞いてほしい',
  APPRAISAL: '率直な意見がほしい',
} as const;

const placeWords = {
  MEMBER: '仲間',
  FACILITATOR: '進行役',
  DEPUTY: '副進行役',
  OUTSIDE: '外部の進行役',
} as const;
const roles = { HOST: '司会', TIMEKEEPER: '時計係', HOT_SEAT: '今月の相談者' } as const;
const rolesText = (facts: MeetingRoleFacts): string => facts.roles.map((role) => roles[role]).join('・');
const monthDay = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

export const japaneseWords: NoticeWords = {
  'meeting.invite': (facts) => ({
    title: `「${facts.title}」の予定が入りました`,
    body: `${facts.groupName}\n${whenAndWhere(facts)}\n出欠をお知らせください。`,
  }),
  'meeting.moved': (facts) => ({
    title: `「${facts.title}」の日時が変わりました`,
    body: `${facts.groupName}\n新しい日時は ${whenAndWhere(facts)} です。`,
  }),
  'meeting.place-changed': (facts) => ({
    title: `「${facts.title}」の場所が変わりました`,
    body: `${facts.groupName}\n${whenAndWhere(facts)}`,
  }),
  'meeting.cancelled': (facts) => ({
    title: `「${facts.title}」は中止になりました`,
    body: `${facts.groupName}\n${whenAndWhere(facts)}${facts.reason ? `\n理由:${facts.reason}` : ''}`,
  }),
  'meeting.uninvited': () => ({
    title: 'これからの会の予定を、カレンダーから外します',
    body: 'グループを離れたため、会のお知らせは届かなくなります。カレンダーを整えるメールをお送りしました。',
  }),
  'meeting.reminder.7d': (facts) => ({
    title: `「${facts.title}」1週間前のお知らせです`,
    body: `${facts.groupName}\n${whenAndWhere(facts)}\n出欠が変わるときはお知らせください。`,
  }),
  'meeting.reminder.24h': (facts) => ({
    title: `「${facts.title}」前日のお知らせです`,
    body: `${facts.groupName}\n${whenAndWhere(facts)}`,
  }),
  'meeting.reminder.1h': (facts) => ({
    title: `「${facts.title}」1時間前のお知らせです`,
    body: `${facts.groupName}\n${whenAndWhere(facts)}`,
  }),
  'meeting.handed-over': (facts) => ({
    title: `「${facts.title}」の進行をお願いされました`,
    body: `${facts.groupName}\n${whenAndWhere(facts)}\n進め方は画面に順番に出ます。「進行の画面」を開いて始めてください。`,
  }),
  'meeting.recording-gone': (facts) => ({
    title: `「${facts.title}」の録画を消してください`,
    body: `${facts.groupName}\nここに置いたリンクは、もう見られなくなりました。録画そのものは、保存した場所で消してください。`,
  }),
  'meeting.rsvp-nudge': (facts) => ({
    title: `「${facts.title}」の出欠をお聞かせください`,
    body: `${facts.groupName}\n${whenAndWhere(facts)}\n来られないときは、近況メモだけの参加もできます。`,
  }),
  'meeting.check-in-nudge': (facts) => ({
    title: `「${facts.title}」の前に、近況メモをどうぞ`,
    body: `${facts.groupName}\n${whenAndWhere(facts)}\nひとことで大丈夫です。`,
  }),
  'meeting.summary': ({ groupName, title }) => ({
    title: `「${title}」のまとめができました`,
    body: `${groupName}\n決まったことと「次までにやること」を、ご覧いただけます。`,
  }),
  'meeting.one-year-later': ({ groupName, title }) => ({
    title: '一年後の今日です',
    body: `${groupName}「${title}」\n一年前に話した相談を、もう一度ひらいてみませんか。この知らせは、あなただけに届いています。`,
  }),
  'commitment.made': ({ groupName, statement, dueOn }) => ({
    title: '「次までにやること」が書きとめられました',
    body: `${groupName}\n${statement}(${plainDayText(dueOn, 'ja')}まで)\n違っていたら、進行役にお知らせください。`,
  }),
  'commitment.due': ({ groupName, statement, dueOn }) => ({
    title: `あすまでの「次までにやること」があります`,
    body: `${groupName}\n${statement}(${plainDayText(dueOn, 'ja')}まで)\n間に合わないときは、来月に回せます。`,
  }),
  'meeting.remark': ({ groupName, person, topic, body }) => ({
    title: `${san(person)}から、${topic ? `相談テーマ「${topic}」` : '近況メモ'}にひとことが届きました`,
    body: `${groupName}\n${firstLine(body)}`,
  }),
  'meeting.role': (facts) => ({
    title: `「${facts.title}」で${rolesText(facts)}をお願いします`,
    body: `${facts.groupName}\n${whenAndWhere(facts)}\n都合が悪いときは、代わってもらえます。`,
  }),
  'meeting.role-free': (facts) => ({
    title: `「${facts.title}」の${rolesText(facts)}が決まっていません`,
    body: `${facts.groupName}\n${whenAndWhere(facts)}\n引き受けてくださる方に声をかけてください。`,
  }),
  'date-poll.opened': ({ groupName, title, closesOn }) => ({
    title: `「${title}」の日程調整が始まりました`,
    body: `${groupName}\n来られる日をお知らせください。${closesOn ? `${monthDay(closesOn)}まで受け付けています。` : ''}`,
  }),
  'date-poll.day-added': ({ groupName, title, closesOn }) => ({
    title: `「${title}」の日程調整に、候補の日が加わりました`,
    body: `${groupName}\n加わった日の都合もお知らせください。${closesOn ? `${monthDay(closesOn)}まで受け付けています。` : ''}`,
  }),
  'date-poll.closing': ({ groupName, title, closesOn }) => ({
    title: `「${title}」の日程調整に、ご都合をお聞かせください`,
    body: `${groupName}\n${closesOn ? `${monthDay(closesOn)}まで受け付けています。` : ''}1分ほどで答えられます。`,
  }),
  'date-poll.ready': ({ groupName, title }) => ({
    title: `「${title}」の日を決められます`,
    body: `${groupName}\n答えを見て、開く日を選んでください。`,
  }),
  'date-poll.called-off': ({ groupName, title }) => ({
    title: `「${title}」の日程調整は取りやめになりました`,
    body: groupName,
  }),
  'group.joined': ({ groupName }) => ({
    title: `「${groupName}」に加わりました`,
    body: 'ようこそ。グループの約束と、次の定例会の予定をご覧ください。',
  }),
  'group.member-joined': ({ groupName, memberName }) => ({
    title: `${san(memberName)}が仲間に加わりました`,
    body: `「${groupName}」の新しい仲間です。`,
  }),
  'group.invitation-accepted': ({ groupName, memberName }) => ({
    title: `${san(memberName)}が招待を受けて「${groupName}」に入りました`,
    body: 'これから書くことは、この方にも届きます。これまでに書いたことは届きません。',
  }),
  'group.role-set': ({ groupName, memberName, place }) => ({
    title: `「${groupName}」で${san(memberName)}の役割が変わりました`,
    body:
      place === 'MEMBER'
        ? '進行役を降りました。進行役に宛てて書くことは、この方には届かなくなります。'
        : `${placeWords[place]}です。進行役に宛てて書くことは、これからこの方にも届きます。前に書いたことは届きません。`,
  }),
  'group.member-proposed': ({ groupName, memberName, what, place, proposedBy, decidesAt, timeZone }) => ({
    title:
      what === 'ROLE'
        ? `${san(memberName)}を「${groupName}」の${placeWords[place]}にする提案があります`
        : `${san(memberName)}を「${groupName}」に迎える提案があります`,
    body: [
      ...(what === 'READDRESSED'
        ? ['まだ受けられていない招待の宛先が変わったため、あらためてお知らせします。']
        : []),
      `${san(proposedBy)}からの提案です。気がかりなことは、${dayText(decidesAt, timeZone, 'ja')}までに進行役へ伝えられます。`,
    ].join(''),
  }),
  'group.concern-raised': ({ groupName, memberName }) => ({
    title: `${san(memberName)}についての提案に、気がかりの声が届きました`,
    body: `「${groupName}」の進行役だけに届いています。`,
  }),
  'group.concern-unheard': ({ groupName, memberName }) => ({
    title: `${san(memberName)}についての気がかりが、今の進行役に届いていません`,
    body: `「${groupName}」の進行役が替わりました。提案は決まらないままです。よければ、今の進行役に伝え直してください。`,
  }),
  'charter.amended': ({ groupName }) => ({
    title: `「${groupName}」の約束が新しくなりました`,
    body: '読んで、よければ署名してください。',
  }),
  'member.unreachable': ({ memberName, phone }) => ({
    title: `${san(memberName)}にメールが届いていません`,
    body: `続けて2通、宛先不明で戻ってきました。お電話でお知らせいただけますか。\n${phone ? `電話:${phone}` : '名簿に電話番号がありません。'}`,
  }),
  'strengths.opened': ({ groupName }) => ({
    title: '仲間の強みを、ひとことずつ書きませんか',
    body: `${groupName}\n仲間の「すごいところ」を、3週間のあいだ書けます。書いた言葉は、終わりの日に本人へ届きます。`,
  }),
  'strengths.received': ({ groupName }) => ({
    title: '仲間から「あなたの強み」が届きました',
    body: `${groupName}\n仲間が書いたひとことを、ゆっくり読んでみてください。`,
  }),
  'support.posted': (facts) => ({
    title: `${facts.person === null ? '仲間' : san(facts.person)}から相談がありました`,
    body: `${types[facts.type]}:「${facts.title}」`,
  }),
  'support.reply': (facts) => ({
    title: `${asker(facts)}から返事がありました`,
    body: `「${facts.title}」`,
  }),
  'support.offer': (facts) => ({
    title: `${asker(facts)}から申し出がありました`,
    body: `「${facts.title}」にできることがあるそうです。`,
  }),
  'support.offer-accepted': (facts) => ({
    title: '申し出を受けたいとの返事がありました',
    body: `${asker(facts)}の「${facts.title}」`,
  }),
  'support.offer-declined': (facts) => ({
    title: '申し出は今回は見送りになりました',
    body: `「${facts.title}」 お気持ちをありがとうございました。`,
  }),
  'support.thanks': (facts) => ({
    title: `${asker(facts)}からありがとうが届きました`,
    body: `「${facts.title}」`,
  }),
  'support.resolved': (facts) => ({
    title: '相談がひと区切りつきました',
    body: `${asker(facts)}の「${facts.title}」`,
  }),
  'support.expiring': ({ title }) => ({
    title: 'この相談は、まだ続いていますか',
    body: `「${title}」 動きがないまま3日たつと、いったん閉じます。`,
  }),
  'support.leave-asked': ({ title }) => ({
    title: 'アドバイスしてもよいか、聞いている仲間がいます',
    body: `「${title}」 聞いてもらうだけのままでも、もちろんかまいません。`,
  }),
  'support.advice-welcomed': (facts) => ({
    title: `${asker(facts)}が、アドバイスも聞きたいそうです`,
    body: `「${facts.title}」`,
  }),
  'support.note': (facts) => ({
    title: `${asker(facts)}から、あなただけへの手紙が届きました`,
    body: `「${facts.title}」 ほかの人には見えません。`,
  }),
  'support.worry': ({ title }) => ({
    title: '仲間を心配する声が届きました',
    body: `「${title}」 進行役だけに届いています。`,
  }),
  'good-news.posted': ({ person, body }) => ({
    title: `${san(person)}からうれしい報告です`,
    body: firstLine(body),
  }),
  'good-news.reaction': ({ person, body, reaction }) => ({
    title: `${san(person)}から「${reaction === 'THANKS' ? 'ありがとう' : 'おめでとう'}」が届きました`,
    body: firstLine(body),
  }),
  'good-news.comment': ({ person, body }) => ({
    title: `${san(person)}からひとこと届きました`,
    body: firstLine(body),
  }),
  'support.nudge': (facts) => ({
    title:
      facts.person === null
        ? '仲間の相談に、力を貸してください'
        : `${san(facts.person)}の相談に、力を貸してください`,
    body: `「${facts.title}」\n${nudgeReasonText(facts.reason, 'ja')}`,
  }),
  'support.unanswered': (facts) => ({
    title: 'まだ返事のない相談があります',
    body: `${asker(facts)}の「${facts.title}」 ひとこと返すか、合いそうな方に声をかけてください。`,
  }),
  'support.still-waiting': ({ title }) => ({
    title: 'まだ返事がありません。待たせてしまい申し訳ありません',
    body: `「${title}」 ほかの方を選んで聞くことも、相談窓口に話すこともできます。`,
  }),
  'support.give-and-take': ({ groupName, memberName }) => ({
    title: `${san(memberName)}に、声をかけてみませんか`,
    body: `「${groupName}」の進行役だけに届いています。声のかけ方の例もあります。`,
  }),
};
