import type { ErrorCode } from '../error-code.js';

/** What happened, and how to mend it. */
export const errors = {
  FORBIDDEN: 'この操作はできません。必要なときは、進行役か事務局にお声がけください。',
  NOT_FOUND: '見つかりませんでした。削除されたか、見ることのできないページです。',
  BAD_USER_INPUT: '入力を確かめてください。',
  CONFLICT: 'ほかの人が先に変更しました。いまの内容を読み込んでから、もう一度お試しください。',
  UNAUTHENTICATED: 'サインインが必要です。',
  RATE_LIMITED: '短い時間に何度も試されました。15分ほど待ってから、もう一度お試しください。',
  INTERNAL:
    '申し訳ありません。こちらの不具合で処理できませんでした。少し待ってから、もう一度お試しください。',
  OFFLINE: 'つながりません。電波の届く場所で、もう一度お試しください。',

  SLUG_TAKEN: 'この短い名前は、ほかの団体が使っています。別の名前にしてください。',
  REGISTRATION_CLOSED: 'いまは新しい団体の登録を受け付けていません。',
  LAST_ADMIN: '事務局がいなくなってしまいます。先に、ほかの人を事務局にしてください。',
  BAD_STATUS_CHANGE: 'この会員の状態は、そのようには変えられません。',
  INVITATION_EXPIRED: '招待の期限が過ぎています。招待した人に、もう一度送ってもらってください。',
  INVITATION_USED:
    'この招待はすでに使われたか、新しい招待に置きかわっています。最新のメールをご確認ください。',
  INVITATION_NEEDS_SIGN_IN: 'このメールアドレスのアカウントがあります。サインインすると招待を受けられます。',
  INVITATION_FOR_SOMEONE_ELSE:
    'この招待は、いまサインインしている人あてではありません。招待された本人がサインインしてください。',
  ALREADY_MEMBER: 'すでに会員です。',
  EMAIL_UNPROVEN:
    'いま招待できるのは{{limit}}人までです。先に、メールで届く6桁のコードでご自分のアドレスを確かめてください。',
  PASSWORD_TOO_SHORT: 'パスワードは{{min}}文字以上にしてください。短い文章にすると覚えやすくなります。',
  PASSWORD_TOO_LONG: 'パスワードは{{max}}文字以内にしてください。',
  PASSWORD_TOO_COMMON: 'よく使われていて当てられやすいパスワードです。別の言葉を組み合わせてください。',
  SIGN_IN_FAILED: 'メールアドレスかパスワードが違います。',
  NO_MEMBERSHIP: 'いま入っている団体がありません。招待か参加コードをお持ちなら、そこから始められます。',
  CODE_INVALID:
    'コードが違うか、期限が切れています。最新のメールのコードか確かめてください。届いていなければ、コードを送り直せます。',
  LINK_INVALID: 'このリンクはもう使えません。新しいリンクを送ってください。',
  FRESH_CODE_NEEDED: '安全のため、メールで届く6桁のコードを入力してください。',
  ROSTER_HAS_PROBLEMS: '名簿に直すところが{{count}}件あります。何も取り込んでいません。',

  GROUP_FULL: 'このグループは定員の{{capacity}}人に達しています。',
  GROUP_CLOSED: 'このグループは終了しています。',
  GROUP_STATUS_NOT_POSSIBLE: 'グループの状態は、そのようには変えられません。',
  FACILITATOR_NEEDED: '先に進行役を決めてください。',
  LAST_FACILITATOR: '進行役がいなくなってしまいます。先に、次の進行役を決めてください。',
  CAPACITY_BELOW_SEATS: 'すでに{{seats}}人分の席が埋まっています。定員はそれ以上にしてください。',
  ALREADY_IN_GROUP: 'すでにこのグループに入っています。',
  ALREADY_PROPOSED: 'すでに提案されています。',
  MEMBER_NOT_ADDABLE: 'この会員は、いまグループに加えられません。',
  PROPOSAL_DECIDED: 'この提案は、もう決まっています。',
  PROPOSAL_STILL_SHOWN: 'この提案は、まだ皆さんにお知らせしている期間中です。',
  JOIN_LINK_OVER:
    'この参加コードは期限が切れたか、取り消されています。渡した人に新しいコードを頼んでください。',

  MEETING_OVER: 'この会はもう終わっています。',
  MEETING_CANCELLED: 'この会は中止になりました。',
  MEETING_STARTED: 'この会はもう始まっています。',
  MEETING_NOT_STARTED: 'この会はまだ始まっていません。',
  RECORDING_NOT_AGREED: 'その場にいる全員の同意がそろうと、録画のリンクを置けます。',
  ANOTHER_MEETING_OPEN: 'ほかの会がまだ開いています。先にその会を終えてから、始めてください。',
  NO_ONLINE_PART: 'この会にはオンライン参加がありません。',
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
} satisfies Record<ErrorCode, string>;
