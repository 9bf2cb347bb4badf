import type { ErrorCode } from '../error-code.js';
import type { visitorErrors } from './visitor-errors.js';

/** What happened, and how to fix it: errors that only members meet. A code without words, here or among the visitors', does not compile. */
export const errors = {
  TOO_MANY_ACTS:
    '続けてたくさん送られたので、これはまだ届けていません。書いたものはそのまま残っています。{{wait}}ほどしてから、もう一度送ってください。',
  LAST_ADMIN: '事務局がいなくなってしまいます。先に、ほかの人を事務局にしてください。',
  BAD_STATUS_CHANGE: 'この会員の状態は、そのようには変えられません。',
  EMAIL_UNPROVEN:
    'いま招待できるのは{{limit}}人までです。先に、メールで届く6桁のコードでご自分のアドレスを確かめてください。',
  ROSTER_BUSY:
    'ほかの名簿を読み取っているか、取り込んでいるところです。少し待ってから、もう一度お試しください。',
  ROSTER_HAS_PROBLEMS: '名簿に直すところが{{count}}件あります。何も取り込んでいません。',
  GROUP_STATUS_NOT_POSSIBLE: 'グループの状態は、そのようには変えられません。',
  FACILITATOR_NEEDED: '先に進行役を決めてください。',
  CONCERN_UNHEARD:
    '前の進行役に伝えられた気がかりが、今の進行役に届いていません。伝えた方が伝え直すまで、決められません。',
  LAST_FACILITATOR: '進行役がいなくなってしまいます。先に、次の進行役を決めてください。',
  CAPACITY_BELOW_SEATS: 'すでに{{seats}}人分の席が埋まっています。定員はそれ以上にしてください。',
  PROPOSAL_DECIDED: 'この提案は、もう決まっています。',
  PROPOSAL_STILL_SHOWN: 'この提案は、まだ皆さんにお知らせしている期間中です。',
  MEETING_STARTED: 'この会はもう始まっています。',
  MEETING_UNDER_WAY: 'この会ではもう記録が始まっているので、開始を取り消せません。',
  MEETING_NOT_CLOSED: 'この会はまだ終わっていません。',
  MEETING_NOT_STARTED: 'この会はまだ始まっていません。',
  RECORDING_NOT_AGREED: 'その場にいる全員の同意がそろうと、録画のリンクを置けます。',
  ANOTHER_MEETING_OPEN: 'ほかの会がまだ開いています。先にその会を終えてから、始めてください。',
  RULE_NOT_UNDERSTOOD: 'くり返しの決め方が読み取れません。選び直してください。',
  RULE_NEVER_MATCHES: 'この決め方に当てはまる日がありません。選び直してください。',
  TOO_MANY_MEETINGS: '一度に予定できるのは{{limit}}回までです。期間か回数を減らしてください。',
  COMMITMENT_SETTLED: 'これは、もうふりかえりが済んでいます。',
  TOO_MANY_COMMITMENTS:
    '「次までにやること」は、一人{{limit}}個までです。済んだものをふりかえってから足してください。',
  MINUTES_SEALED: 'この会の議事録は確定しています。直すところは「訂正」として書き足せます。',
  TOO_MANY_DECISIONS: '一つの会に書ける「決まったこと」は{{limit}}個までです。',
  TOO_MANY_CORRECTIONS: '訂正は{{limit}}件までです。',
  CLOSING_ROUND_OVER: '会のふりかえりの期間(7日間)は終わりました。',
  PREPARATION_OVER: 'この会に書き込める期間は終わりました。会が終わって7日間、書き込めます。',
  TOPIC_TAKEN: 'このテーマは会で取り上げたので、変えることも取り下げることもできません。',
  HOT_SEAT_TOO_EARLY: 'はじめの2回は、おたがいを知るための会です。相談者を決めるのは3回目からにしましょう。',
  AGENDA_TOO_LONG:
    '進め方が会の長さより長くなります(合計{{minutes}}分、会は{{limit}}分)。どこかを短くしてください。',
  POLL_CLOSED: 'この日程調整は、もう締め切られています。',
  ROLE_TAKEN: 'この係は、いまは変えられません。ページを読み込み直して、もう一度お試しください。',
  REQUEST_CLOSED: 'この相談は終わっています。',
  ROUND_CLOSED: '書ける期間が終わりました。書きかけの言葉は、次の回に使えます。',
  ROUND_OPEN: 'いま書いている途中の回があります。',
  TOO_FEW_PEOPLE: '参加している人が{{needed}}人以上になると始められます。',
  TOO_FEW_FOR_ANONYMITY:
    '読む人がほかに{{others}}人だけなので、名前を伏せても分かってしまうおそれがあります。{{needed}}人以上いる宛先を選んでください。',
  PAID_NOT_ACCEPTED: 'この相談では、有料の申し出は受け付けていません。',
  PAID_OFFER_TAKEN: 'この相談には、すでに有料の申し出があります。',
  ALREADY_OFFERED: 'この相談には、すでに申し出ています。',
  OFFER_DECIDED: 'この申し出は、もう決まっています。',
  ADVICE_NOT_WANTED:
    '聞いてほしい、という相談です。アドバイスは、相談した人が望んでから送れます。「共感・励まし」を選ぶと、いま送れます。',
  LEAVE_ALREADY_ASKED: 'アドバイスしてもよいかは、もうたずねてあります。',
  NOBODY_TO_TELL:
    'この相談を読める進行役がほかにいないため、伝えられませんでした。心配なときは、相談窓口にお電話ください。',
} satisfies Record<Exclude<ErrorCode, keyof typeof visitorErrors>, string>;
