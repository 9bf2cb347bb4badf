import type { MailText } from '@yoriai/domain/notifications';
import type { Locale } from '@yoriai/domain/tenancy';

/** Says what to type where, and that nothing happens otherwise. */
export const signInCodeMail = (
  locale: Locale,
  { code, minutes }: { code: string; minutes: number },
): MailText =>
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
          `It works for ${minutes} minutes, and only in the browser that asked for it. Please do not share it.`,
        ],
        facts: [],
        buttons: [],
        footer: ['If you did not ask for a code, throw this mail away. Nothing happens.'],
      };
