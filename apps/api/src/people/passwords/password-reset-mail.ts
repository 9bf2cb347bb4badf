import type { MailText } from '@yoriai/domain/notifications';
import type { Locale } from '@yoriai/domain/tenancy';

/** Says what the link does, and that nothing happens otherwise. */
export const passwordResetMail = (
  locale: Locale,
  { url, minutes }: { url: string; minutes: number },
): MailText =>
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
      };
