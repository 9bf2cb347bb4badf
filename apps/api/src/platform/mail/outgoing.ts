import type { Instant } from '@yoriai/domain/kernel';
import type { MailText } from '@yoriai/domain/notifications';
import type Mail from 'nodemailer/lib/mailer';

/** An iCalendar part: mail programs offer to put it into the calendar. */
export interface MailCalendar {
  readonly method: 'REQUEST' | 'CANCEL' | 'PUBLISH';
  readonly content: string;
}

/** One mail to one person, ready to be written down. */
export interface OutgoingMail {
  /** Of its row: a repeat of the same row is the same message to every mail program. */
  readonly id: string;
  readonly to: string;
  readonly locale: 'ja' | 'en';
  /** For mail filters, in `X-Yoriai-Notice`. */
  readonly notice: string;
  readonly text: MailText;
  readonly at: Instant;
  /** Where mails of this kind are switched off, if they may be. */
  readonly unsubscribe?: string;
  readonly calendar?: MailCalendar;
}

/** `寄り合い <no-reply@yoriai.invalid>` or a bare address, taken apart. */
export function mailbox(from: string): { readonly name: string; readonly address: string } {
  const [, name = '', address = from.trim()] = /^(.*?)<([^<>]+)>\s*$/.exec(from) ?? [];
  return { name: name.replace(/["\\]/g, '').trim() || address, address };
}

/** The message as it goes out: plain text and HTML of the same words, marked as sent by a machine. */
export function compose(mail: OutgoingMail, from: string, publicUrl: string): Mail.Options {
  const { calendar } = mail;
  return {
    from,
    to: { name: '', address: mail.to },
    subject: mail.text.subject,
    date: new Date(mail.at.getTime()),
    messageId: `<${mail.id}@${new URL(publicUrl).hostname}>`,
    headers: {
      'X-Yoriai-Notice': mail.notice,
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': mail.locale,
    },
    ...(mail.unsubscribe ? { list: { unsubscribe: { url: mail.unsubscribe } } } : {}),
    text: plainText(mail.text),
    html: html(mail.text, mail.locale),
    ...(calendar
      ? { icalEvent: { method: calendar.method, filename: 'yoriai.ics', content: calendar.content } }
      : {}),
    // Words are people's: nothing in them may be taken for a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

export function plainText({ paragraphs, facts, buttons, footer }: MailText): string {
  const blocks = [
    ...paragraphs,
    facts.map(([label, value]) => `${label}: ${value}`).join('\n'),
    ...buttons.map(({ label, url }) => `${label}\n${url}`),
    `-- \n${footer.join('\n')}`,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

export function html({ subject, paragraphs, facts, buttons, footer }: MailText, locale: 'ja' | 'en'): string {
  const row = ([label, value]: readonly [string, string]) =>
    `<tr><th align="left" style="padding:4px 16px 4px 0;font-weight:400;color:#4b5563">${escape(label)}</th><td style="padding:4px 0">${lines(value)}</td></tr>`;
  const button = ({ label, url }: { label: string; url: string }) =>
    `<p><a href="${escape(url)}" style="display:inline-block;padding:12px 24px;border-radius:6px;background:#0b7178;color:#ffffff;text-decoration:none">${escape(label)}</a></p>`;
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escape(subject)}</title></head>`,
    '<body style="margin:0;padding:24px;background:#ffffff;color:#1b1f24;font-family:sans-serif;font-size:16px;line-height:1.7">',
    ...paragraphs.map((text) => `<p>${lines(text)}</p>`),
    facts.length > 0 ? `<table role="presentation">${facts.map(row).join('')}</table>` : '',
    ...buttons.map(button),
    `<p style="margin-top:32px;color:#4b5563;font-size:14px">${footer.map(withLinks).join('<br>')}</p>`,
    '</body></html>',
  ].join('\n');
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character]!);
const lines = (text: string): string => escape(text).replaceAll('\n', '<br>');
const withLinks = (text: string): string =>
  escape(text).replace(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}" style="color:#0b7178">${url}</a>`);
