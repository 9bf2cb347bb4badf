import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Controller, Get, Header, Inject, NotFoundException, Param, Req } from '@nestjs/common';
import { isUuid } from '@yoriai/domain/kernel';
import { CONFIG } from '../boot/tokens.js';
import type { Config } from '../config.js';
import type { FiledMail } from './file-transport.js';
import { mustBeHere } from '../dev/only-here.js';
import { mailFolder } from './mail-folder.js';
import { escape } from './outgoing.js';

const most = 200;

/** The mails that were written to the data folder. Only in embedded mode, only for requests from this machine. */
@Controller('dev/mail')
export class DevMailbox {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  async list(@Req() request: { hostname: string }): Promise<string> {
    this.mustBeHere(request.hostname);
    const mails = await this.newest();
    const rows = mails.map(
      ({ id, at, to, subject, notice }) =>
        `<tr><td>${escape(at.slice(0, 19).replace('T', ' '))}</td><td>${escape(to)}</td><td><a href="/dev/mail/${id}">${escape(subject)}</a></td><td>${escape(notice)}</td></tr>`,
    );
    const empty = '<p>まだメールはありません。 / No mails yet.</p>';
    const table = `<table><thead><tr><th>UTC</th><th>宛先 / To</th><th>件名 / Subject</th><th>種類 / Kind</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
    return document('開発用メールボックス / Development mailbox', mails.length === 0 ? empty : table);
  }

  @Get(':id')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  async show(@Req() request: { hostname: string }, @Param('id') id: string): Promise<string> {
    this.mustBeHere(request.hostname);
    const mail = isUuid(id.replace(/\.2$/, '')) ? await this.read(`${id}.json`) : null;
    if (!mail) throw new NotFoundException();
    const page = mail.html.replace('<head>', '<head><base target="_blank">');
    return document(
      mail.subject,
      `<p><a href="/dev/mail">一覧 / All mails</a></p>
       <p>${escape(mail.at)} · ${escape(mail.to)} · ${escape(mail.notice)}</p>
       <iframe title="HTML" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="${escape(page)}"></iframe>
       <h2>text/plain</h2><pre>${escape(mail.text)}</pre>`,
    );
  }

  private mustBeHere(hostname: string): void {
    mustBeHere(this.config, { hostname });
    if (this.config.smtpUrl) throw new NotFoundException();
  }

  private async newest(): Promise<FiledMail[]> {
    const folder = mailFolder(this.config);
    const names = (await readdir(folder).catch(() => [])).filter((name) =>
      /^[0-9a-f-]{36}(\.2)?\.json$/.test(name),
    );
    const dated = await Promise.all(
      names.map(async (name) => ({
        name,
        at: (await stat(join(folder, name)).catch(() => null))?.mtimeMs ?? 0,
      })),
    );
    const chosen = dated.toSorted((a, b) => b.at - a.at).slice(0, most);
    const mails = await Promise.all(chosen.map(({ name }) => this.read(name)));
    return mails.filter((mail): mail is FiledMail => mail !== null);
  }

  private async read(name: string): Promise<FiledMail | null> {
    try {
      return JSON.parse(await readFile(join(mailFolder(this.config), name), 'utf8')) as FiledMail;
    } catch {
      return null;
    }
  }
}

const document = (title: string, body: string): string => `<!doctype html>
<html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title>
<style>body{font:16px/1.7 system-ui,sans-serif;margin:24px;color:#1b1f24}table{border-collapse:collapse}td,th{padding:6px 16px 6px 0;text-align:left;vertical-align:top;border-bottom:1px solid #d1d5db}iframe{width:100%;height:520px;border:1px solid #d1d5db}pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#f6f8f9;padding:16px}</style>
</head><body><h1>${escape(title)}</h1>${body}</body></html>`;
