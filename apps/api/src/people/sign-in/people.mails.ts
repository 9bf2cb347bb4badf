import type { MailText } from '@yoriai/domain/notifications';
import type { Locale } from '@yoriai/domain/tenancy';

/** The words of the mails that bring people in. They say who writes, what to do, and that nothing happens otherwise. */
export const peopleMails = {
  signInCode: (locale: Locale, { code, minutes }: { code: string; minutes: number }): MailText =>
    locale === 'ja'
      ? {
          subject: `【寄り合い】確認コード ${code}`,
          paragraphs: [
            '寄り合いの画面に、次の確認コードを入力してください。',
            code,
            `コードは${minutes}分間、コードを申し込んだブラウザーだけで使えます。ほかの人には教えないでください。`,
          ],
          facts: [],
          buttons: [],
          footer: ['心当たりがないときは、このメールを捨ててください。何も起こりません。'],
        }
      : {
          subject: `[Yoriai] Your code: ${code}`,
          paragraphs: [
            'Type this code on the Yoriai page that asked for it.',
            code,
            `It works for ${minutes} minutes, and only in the browser that asked for it. Please tell it to nobody.`,
          ],
          facts: [],
          buttons: [],
          footer: ['If you did not ask for a code, throw this mail away. Nothing happens.'],
        },

  passwordReset: (locale: Locale, { url, minutes }: { url: string; minutes: number }): MailText =>
    locale === 'ja'
      ? {
          subject: '【寄り合い】パスワードの再設定',
          paragraphs: [
            '下のボタンから、新しいパスワードを決めてください。',
            `このリンクは${minutes}分間、1回だけ使えます。新しいパスワードを決めると、すべての端末からいったんサインアウトします。`,
          ],
          facts: [],
          buttons: [{ label: 'パスワードを決める', url }],
          footer: ['心当たりがないときは、このメールを捨ててください。パスワードは変わりません。'],
        }
      : {
          subject: '[Yoriai] Choose a new password',
          paragraphs: [
            'Choose a new password with the button below.',
            `The link works once, within ${minutes} minutes. Choosing a new password signs you out everywhere.`,
          ],
          facts: [],
          buttons: [{ label: 'Choose a password', url }],
          footer: ['If you did not ask for this, throw this mail away. Your password stays as it is.'],
        },

  invitation: (
    locale: Locale,
    {
      displayName,
      tenantName,
      url,
      days,
    }: { displayName: string; tenantName: string; url: string; days: number },
  ): MailText =>
    locale === 'ja'
      ? {
          subject: `【寄り合い】${tenantName}からのご招待`,
          paragraphs: [
            `${displayName} 様`,
            `${tenantName}が、あなたを寄り合いに招待しています。寄り合いは、ひとりで経営する人どうしが、月に一度集まって支え合う場です。`,
            `下のボタンから、どんな場かを見て、参加するかどうかを決められます。リンクは${days}日間、1回だけ使えます。`,
          ],
          facts: [],
          buttons: [{ label: '招待を見る', url }],
          footer: [
            'このリンクはあなただけのものです。転送しないでください。',
            '心当たりがないときは、このメールを捨ててください。何も登録されません。',
          ],
        }
      : {
          subject: `[Yoriai] ${tenantName} invites you`,
          paragraphs: [
            `Dear ${displayName},`,
            `${tenantName} invites you to Yoriai, where people who run a business alone meet once a month and support each other.`,
            `The button below shows what it is and who invites you; then you decide. The link works once, within ${days} days.`,
          ],
          facts: [],
          buttons: [{ label: 'See the invitation', url }],
          footer: [
            'This link is yours alone: please do not forward it.',
            'If you do not know why you got this, throw the mail away. Nothing is registered.',
          ],
        },
};
