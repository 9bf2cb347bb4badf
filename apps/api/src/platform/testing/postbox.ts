import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail extends Email {
  readonly raw: string;
  readonly recipient: string;
}
/** What the server does with a mail: keeps it, answers with an error, or keeps it and closes the connection without an answer. */
export type Manner = 'take' | 'hang up' | { readonly code: number };

/** A real mail server that keeps what it is given. */
export class Postbox {
  readonly mails: ReceivedMail[] = [];
  /** For the next mails, one each; then it takes them all. */
  readonly manners: Manner[] = [];

  private constructor(private readonly server: SMTPServer) {}

  static async open(): Promise<Postbox> {
    const server: SMTPServer = new SMTPServer({
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      onRcptTo: (_address, _session, done) => {
        const manner = box.manners[0];
        if (typeof manner !== 'object') return done();
        box.manners.shift();
        done(Object.assign(new Error('not now'), { responseCode: manner.code }));
      },
      onData: (stream, session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on(
          'end',
          () => void box.keep(Buffer.concat(parts), session.envelope.rcptTo[0]?.address ?? '', done),
        );
      },
    });
    const box = new Postbox(server);
    // A client that closes the connection is an error to the server, and the point of some tests.
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return box;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  to(address: string): ReceivedMail[] {
    return this.mails.filter((mail) => mail.recipient === address);
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private async keep(
    content: Buffer,
    recipient: string,
    done: (error?: Error | null) => void,
  ): Promise<void> {
    this.mails.push({ ...(await PostalMime.parse(content)), raw: content.toString('utf8'), recipient });
    if (this.manners.shift() !== 'hang up') return done();
    const { connections } = this.server as unknown as {
      connections: Set<{ close(): void; _socket?: { destroy(): void } }>;
    };
    for (const connection of connections) connection._socket?.destroy();
  }
}
