import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import PostalMime from 'postal-mime';

export interface Mail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Every address in the text, in order. */
  readonly links: readonly string[];
  /** The six digits of a sign-in code, where that is what the mail is for: ids in links have six digits in a row now and then. */
  readonly code: string | null;
}

/** What the application has sent, as it lies in the data folder. */
export class Mailbox {
  /** By name and time: a month leaves hundreds of mails, and waiting for one looks at all of them ten times a second. */
  private readonly known = new Map<string, Promise<Mail>>();

  constructor(private readonly dataDir: string) {}

  /** Newest first. */
  async to(address: string): Promise<Mail[]> {
    const folder = join(this.dataDir, 'mail');
    const files = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml'));
    const dated = await Promise.all(
      files.map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs })),
    );
    const mails = await Promise.all(
      dated
        .sort((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1))
        .map(({ name, at }) => this.read(join(folder, name), at)),
    );
    return mails.filter(({ to }) => to.includes(address.toLowerCase()));
  }

  /** The newest mail to that address once there are more than `already`; a mail may take a few seconds. Others than `meant` do not count. */
  async next(address: string, already = 0, meant: (mail: Mail) => boolean = () => true): Promise<Mail> {
    for (let waited = 0; waited < 30_000; waited += 100) {
      const mails = (await this.to(address)).filter(meant);
      if (mails.length > already && mails[0]) return mails[0];
      await pause(100);
    }
    throw new Error(`No new mail to ${address}`);
  }

  private read(path: string, at: number): Promise<Mail> {
    const which = `${at} ${path}`;
    const mail = this.known.get(which) ?? read(path);
    this.known.set(which, mail);
    return mail;
  }
}

async function read(path: string): Promise<Mail> {
  const { to = [], subject = '', text = '', html = '' } = await PostalMime.parse(await readFile(path));
  return {
    to: to.flatMap(({ address }) => (address ? [address.toLowerCase()] : [])),
    subject,
    text,
    html,
    links: text.match(/https?:\/\/[^\s<>"]+/g) ?? [],
    code: /(?:確認コード|Your code:) (\d{6})$/.exec(subject)?.[1] ?? null,
  };
}
