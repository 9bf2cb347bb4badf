import { createTransport, type Transporter } from 'nodemailer';
import { compose, type OutgoingMail } from './outgoing.js';
import { MailTransport, NotSent } from './transport.js';

/** What nodemailer attaches to its errors. */
interface SmtpError extends Error {
  readonly code?: string;
  readonly originalCode?: string;
  readonly command?: string;
  readonly timeoutType?: string;
  readonly responseCode?: number;
  readonly permanent?: boolean;
}

/** Signs that the conversation never came to the mail itself. */
const neverBegun = new Set([
  'EDNS',
  'EAUTH',
  'ENOAUTH',
  'EOAUTH2',
  'ETLS',
  'ECONFIG',
  'EPROXY',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CONNECT_TIMEOUT',
  'GREETING_TIMEOUT',
  'UPGRADE_TIMEOUT',
]);

/** A conversation that takes longer is given up; shorter than the time after which a mail counts as abandoned. */
export const longestSendMs = 15_000;

/** Hands mails to a server over a few connections that stay open. */
export class SmtpTransport extends MailTransport {
  private readonly transporter: Transporter;

  constructor(
    smtpUrl: string,
    private readonly from: string,
    private readonly publicUrl: string,
  ) {
    super();
    const { hostname, port, protocol, username, password, searchParams } = new URL(smtpUrl);
    const secure = protocol === 'smtps:';
    this.transporter = createTransport({
      pool: true,
      host: hostname.replace(/^\[|\]$/g, ''),
      port: port ? Number(port) : secure ? 465 : 587,
      secure,
      requireTLS: searchParams.get('requireTLS') === 'true',
      maxConnections: 4,
      maxMessages: 100,
      // The pool would retry silently what may have arrived already.
      maxRequeues: 0,
      connectionTimeout: 8_000,
      greetingTimeout: 8_000,
      socketTimeout: 12_000,
      ...(username
        ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }
        : {}),
    });
  }

  protected async handOver(mail: OutgoingMail): Promise<void> {
    try {
      const message = {
        ...compose(mail, this.from, this.publicUrl),
        signal: AbortSignal.timeout(longestSendMs),
      };
      await this.transporter.sendMail(message as never);
    } catch (error) {
      throw readError(error as SmtpError);
    }
  }

  close(): void {
    this.transporter.close();
  }
}

function readError(error: SmtpError): NotSent {
  const reason = [error.code, error.responseCode].filter(Boolean).join(' ') || error.name;
  // Only a verdict on the recipient or the message is final; our own sender and credentials can be corrected.
  const aboutTheMail = error.command === 'RCPT TO' || error.command === 'DATA';
  if (error.permanent && aboutTheMail) return new NotSent('bounced', reason, { cause: error });
  const signs = [error.code, error.originalCode, error.timeoutType];
  const certain =
    error.responseCode !== undefined || signs.some((sign) => sign !== undefined && neverBegun.has(sign));
  return new NotSent(certain ? 'refused' : 'unknown', reason, { cause: error });
}
