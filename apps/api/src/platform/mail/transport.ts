import type { OutgoingMail } from './outgoing.js';

/** Takes a mail over, or throws `NotSent`. After a kill or a lost connection it is unknown which of the two it was. */
export abstract class MailTransport {
  /** Since the process began; `/metrics` shows them. */
  readonly counts = { sent: 0, bounced: 0, refused: 0, unknown: 0 };

  async send(mail: OutgoingMail): Promise<void> {
    try {
      await this.handOver(mail);
      this.counts.sent += 1;
    } catch (error) {
      const failure = notSent(error);
      this.counts[failure.outcome] += 1;
      throw failure;
    }
  }

  protected abstract handOver(mail: OutgoingMail): Promise<void>;
}

/** How a mail came back. */
export class NotSent extends Error {
  constructor(
    /**
     * `bounced`: the other side will never take it. `refused`: it was not taken this time. `unknown`: the connection broke when it may
     * already have been taken.
     */
    readonly outcome: 'bounced' | 'refused' | 'unknown',
    /** A code without an address or any words in it. */
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(`The mail was not sent: ${reason}`, options);
    this.name = 'NotSent';
  }
}

export const notSent = (error: unknown): NotSent =>
  error instanceof NotSent
    ? error
    : new NotSent('refused', error instanceof Error ? error.name : 'unknown', { cause: error });
