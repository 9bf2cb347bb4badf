import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import { rosterLimits, rosterProblemText, type RosterProblem } from '@yoriai/domain/people';
import type { Locale } from '@yoriai/domain/tenancy';
import { AuthDb } from '../../platform/auth/auth-db.js';
import { Refusal } from '../../platform/errors/must.js';
import { Work } from '../../platform/work/work.js';
import { tenantOf } from '../../tenancy/tenant-of.js';
import { accounts } from '../sign-in/accounts.js';
import { importRoster, previewRoster } from './import-roster.js';
import { readRosterFile } from './read-roster-file.js';

export const rosterUsage = `npm run roster -- --tenant <slug> --file <csv> [--dry-run] [--no-mail] [--lang ja|en]

名簿(CSV)を取り込みます。--dry-run は確かめるだけで、何も書き込みません。--no-mail は招待メールを送りません。
Imports a roster (CSV). --dry-run only checks it. --no-mail sends no invitations.`;

type Print = (line: string) => void;
const say = {
  ja: {
    noTenant: (slug: string) => `団体 ${slug} が見つかりません。`,
    noFile: (file: string) => `ファイル ${file} を読めません。`,
    read: (rows: number, encoding: string) => `${rows}人を読み取りました(${encoding})。`,
    fine: (fresh: number, changed: number, same: number, groups: string) =>
      `問題ありません。新しい会員 ${fresh}人、変更 ${changed}人、変更なし ${same}人。新しいグループ: ${groups || 'なし'}`,
    refused: (count: number) => `問題が${count}件あります。何も取り込んでいません。`,
    done: (created: number, updated: number, invited: number) =>
      `取り込みました。新しい会員 ${created}人、変更 ${updated}人、招待メール ${invited}通。`,
    failed: (code: string) => `取り込めませんでした(${code})。何も変わっていません。`,
  },
  en: {
    noTenant: (slug: string) => `There is no organisation ${slug}.`,
    noFile: (file: string) => `The file ${file} cannot be read.`,
    read: (rows: number, encoding: string) => `Read ${rows} people (${encoding}).`,
    fine: (fresh: number, changed: number, same: number, groups: string) =>
      `All is well: ${fresh} new members, ${changed} changed, ${same} unchanged. New groups: ${groups || 'none'}`,
    refused: (count: number) => `Problems: ${count}. Nothing was imported.`,
    done: (created: number, updated: number, invited: number) =>
      `Imported: ${created} new members, ${updated} changed, ${invited} invitations by mail.`,
    failed: (code: string) => `The import failed (${code}). Nothing has changed.`,
  },
} as const;

/** The roster import as a command; answers with the exit code. */
export async function rosterCommand(
  app: INestApplicationContext,
  args: readonly string[],
  print: Print,
): Promise<number> {
  const asked = readArguments(args);
  if (!asked) {
    print(rosterUsage);
    return 2;
  }
  const { slug, path, dryRun, send } = asked;
  const [db, work] = [app.get(AuthDb), app.get(Work)];
  const tenant = await accounts.tenantBySlug(db.sql, slug);
  if (!tenant) {
    print(say[asked.locale ?? 'ja'].noTenant(slug));
    return 1;
  }
  const locale = asked.locale ?? (await work.asSystem(tenant.tenantId, 'people.roster', tenantOf)).locale;
  const words = say[locale];
  const bytes = await readFile(path).catch(() => null);
  if (!bytes) {
    print(words.noFile(path));
    return 1;
  }
  const file = readRosterFile(bytes.subarray(0, rosterLimits.bytes + 1));
  const emailsOf = () => accounts.emailsOf(db.sql, tenant.tenantId);
  const refuse = (problems: readonly RosterProblem[], count: number): number => {
    for (const problem of problems) print(rosterProblemText(problem, locale));
    print(words.refused(count));
    return 1;
  };
  const { rows, problems, newGroups } = await work.asSystem(tenant.tenantId, 'people.roster', (tx) =>
    previewRoster(tx, file, emailsOf),
  );
  if (problems.length > 0) return refuse(problems, problems.length);
  print(words.read(rows.length, file.encoding));
  if (dryRun) {
    const count = (outcome: string): number => rows.filter((row) => row.outcome === outcome).length;
    print(
      words.fine(
        count('NEW'),
        count('EXISTING'),
        count('UNCHANGED'),
        newGroups.join(locale === 'ja' ? '、' : ', '),
      ),
    );
    return 0;
  }
  try {
    const { created, updated, invited } = await work.asSystem(tenant.tenantId, 'people.roster', (tx) =>
      importRoster(tx, { file, emailsOf, sendInvitations: send }),
    );
    print(words.done(created, updated, invited));
    return 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    print(words.failed(error.failure.code));
    return 1;
  }
}

interface Asked {
  readonly slug: string;
  readonly path: string;
  readonly dryRun: boolean;
  readonly send: boolean;
  readonly locale: Locale | null;
}

function readArguments(args: readonly string[]): Asked | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        tenant: { type: 'string' },
        file: { type: 'string' },
        'dry-run': { type: 'boolean' },
        'no-mail': { type: 'boolean' },
        lang: { type: 'string' },
      },
    });
    const { tenant, file, lang } = values;
    if (!tenant || !file || (lang !== undefined && lang !== 'ja' && lang !== 'en')) return null;
    return {
      slug: tenant,
      path: file,
      dryRun: values['dry-run'] ?? false,
      send: !values['no-mail'],
      locale: lang ?? null,
    };
  } catch {
    return null;
  }
}
