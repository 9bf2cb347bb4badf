import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { compose, html, plainText, type OutgoingMail } from './outgoing.js';
import { MailTransport } from './transport.js';

/** What the development mailbox shows of a mail; it lies beside the .eml. */
export interface FiledMail {
  readonly id: string;
  readonly to: string;
  readonly notice: string;
  readonly at: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Writes each mail as one .eml file. A repeat replaces its file, so here a mail is never seen twice. */
export class FileTransport extends MailTransport {
  private readonly writer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

  constructor(
    readonly folder: string,
    private readonly from: string,
    private readonly publicUrl: string,
  ) {
    super();
  }

  protected async handOver(mail: OutgoingMail): Promise<void> {
    const { message } = await this.writer.sendMail(compose(mail, this.from, this.publicUrl));
    const filed: FiledMail = {
      id: mail.id,
      to: mail.to,
      notice: mail.notice,
      at: mail.at.toISOString(),
      subject: mail.text.subject,
      text: plainText(mail.text),
      html: html(mail.text, mail.locale),
    };
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await this.write(`${mail.id}.eml`, message as Buffer);
    await this.write(`${mail.id}.json`, Buffer.from(JSON.stringify(filed)));
  }

  /** Whole or not at all, and still there after the power went. */
  private async write(name: string, content: Buffer): Promise<void> {
    const draft = join(this.folder, `.${name}.${process.pid}`);
    const file = await open(draft, 'w', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, join(this.folder, name));
    const folder = await open(this.folder, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  }
}
