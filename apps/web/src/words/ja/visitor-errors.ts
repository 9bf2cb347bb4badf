import type { ErrorCode } from '../error-code.js';

/** What happened, and how to fix it: errors that can come before signing in. */
export const visitorErrors = {
  FORBIDDEN: 'この操作はできません。必要なときは、進行役か事務局にお声がけください。',
  NOT_FOUND: '見つかりませんでした。削除されたか、見ることのできないページです。',
  BAD_USER_INPUT: '入力を確かめてください。',
  CONFLICT: 'ほかの人が先に変更しました。いまの内容を読み込んでから、もう一度お試しください。',
  IDEMPOTENCY_CONFLICT: '先に送ったものが残っています。今回の内容は、まだ送られていません。',
  MEMBER_MISMATCH:
    'このページを開いた人と、いまサインインしている人が違います。何も送られていません。ページを開き直してください。',
  UNAUTHENTICATED: 'サインインが必要です。',
  RATE_LIMITED: '短い時間に何度も試されました。{{wait}}ほど待ってから、もう一度お試しください。',
  INTERNAL:
    '申し訳ありません。こちらの不具合で処理できませんでした。少し待ってから、もう一度お試しください。',
  OFFLINE: 'つながりません。電波の届く場所で、もう一度お試しください。',
  SLUG_TAKEN: 'この短い名前は、ほかの団体が使っています。別の名前にしてください。',
  REGISTRATION_CLOSED: 'いまは新しい団体の登録を受け付けていません。',
  INVITATION_EXPIRED: '招待の期限が過ぎています。招待した人に、もう一度送ってもらってください。',
  INVITATION_USED:
    'この招待はすでに使われたか、新しい招待に置きかわっています。最新のメールをご確認ください。',
  INVITATION_NEEDS_SIGN_IN: 'このメールアドレスのアカウントがあります。サインインすると招待を受けられます。',
  INVITATION_FOR_SOMEONE_ELSE:
    'この招待は、いまサインインしている人あてではありません。招待された本人がサインインしてください。',
  ALREADY_MEMBER: 'すでに会員です。',
  PASSWORD_TOO_SHORT: 'パスワードは{{min}}文字以上にしてください。短い文章にすると覚えやすくなります。',
  PASSWORD_TOO_LONG: 'パスワードは{{max}}文字以内にしてください。',
  PASSWORD_TOO_COMMON: 'よく使われていて当てられやすいパスワードです。別の言葉を組み合わせてください。',
  SIGN_IN_FAILED: 'メールアドレスかパスワードが違います。',
  NO_MEMBERSHIP: 'いま入っている団体がありません。招待か参加コードをお持ちなら、そこから始められます。',
  CODE_INVALID:
    'コードが違うか、期限が切れています。最新のメールのコードか確かめてください。届いていなければ、コードを送り直せます。',
  LINK_INVALID: 'このリンクはもう使えません。新しいリンクを送ってください。',
  FRESH_CODE_NEEDED: '安全のため、メールで届く6桁のコードを入力してください。',
  GROUP_FULL: 'このグループは定員の{{capacity}}人に達しています。',
  GROUP_CLOSED: 'このグループは終了しています。',
  ALREADY_IN_GROUP: 'すでにこのグループに入っています。',
  ALREADY_PROPOSED: 'すでに提案されています。',
  MEMBER_NOT_ADDABLE: 'この会員は、いまグループに加えられません。',
  JOIN_LINK_OVER:
    'この参加コードは期限が切れたか、取り消されています。渡した人に新しいコードを頼んでください。',
  MEETING_OVER: 'この会はもう終わっています。',
  MEETING_CANCELLED: 'この会は中止になりました。',
  NO_ONLINE_PART: 'この会にはオンライン参加がありません。',
} satisfies Partial<Record<ErrorCode, string>>;
