import type { MailText } from '@yoriai/domain/notifications';
import type { Locale } from '@yoriai/domain/tenancy';

/** Says who invites to what, what to do, and that nothing happens otherwise. */
export const invitationMail = (
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
      };
