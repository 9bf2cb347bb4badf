import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import type { TenantId } from '@yoriai/domain/kernel';
import { registerTenant as decide, type Locale } from '@yoriai/domain/tenancy';
import { v7 as uuidv7 } from 'uuid';
import { accounts } from '../people/sign-in/accounts.js';
import { AuthDb } from '../platform/auth/auth-db.js';
import { must, refuse, Refusal } from '../platform/errors/must.js';
import { Work } from '../platform/work/work.js';
import { refuseTakenSlug, registerTenantFor } from './register-tenant.js';

export const registerTenantUsage = `npm run register-tenant -- --name <name> --slug <slug> --email <address> [--person <name>] [--time-zone Asia/Tokyo] [--lang ja|en]

団体を登録し、はじめの事務局の人に招待メールを送ります。--slug はアドレスに使う短い名前(英小文字・数字・ハイフン)です。
Registers an organisation and mails an invitation to its first admin. --slug is its short name in addresses (a–z, 0–9, hyphens).`;

const say = {
  ja: {
    office: '事務局',
    done: (name: string, slug: string, email: string) =>
      `団体「${name}」(${slug})を登録しました。${email} に招待メールを送ります。`,
    taken: (slug: string) => `${slug} はもう使われています。ほかの短い名前を選んでください。`,
    wrong: (option: string, rule: string) =>
      `${option} の値が正しくありません(${rule})。何も登録していません。`,
  },
  en: {
    office: 'Office',
    done: (name: string, slug: string, email: string) =>
      `Registered ${name} (${slug}). An invitation goes to ${email}.`,
    taken: (slug: string) => `${slug} is taken. Choose another short name.`,
    wrong: (option: string, rule: string) =>
      `The value of ${option} is not right (${rule}). Nothing was registered.`,
  },
} as const;

const optionOf: Readonly<Record<string, string>> = {
  tenantName: '--name',
  displayName: '--person',
  timeZone: '--time-zone',
};

/** The first admin of an installation with closed registration; answers with the exit code. */
export async function registerTenantCommand(
  app: INestApplicationContext,
  args: readonly string[],
  print: (line: string) => void,
): Promise<number> {
  const asked = readArguments(args);
  if (!asked) {
    print(registerTenantUsage);
    return 2;
  }
  const { name, slug, email, locale } = asked;
  const words = say[locale];
  try {
    const draft = { name, slug, locale, timeZone: asked.timeZone };
    const tenant = must(decide(uuidv7() as TenantId, draft));
    if (await accounts.tenantBySlug(app.get(AuthDb).sql, tenant.slug))
      refuse({ code: 'SLUG_TAKEN', slug: tenant.slug });
    const admin = { email, displayName: asked.person ?? words.office };
    await app
      .get(Work)
      .asSystem(tenant.id, 'tenancy.register', (tx) => registerTenantFor(tx, tenant, admin))
      .catch(refuseTakenSlug(tenant.slug));
    print(words.done(tenant.name, tenant.slug, email));
    return 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { failure } = error as { failure: { code: string; slug?: string; field?: string; rule?: string } };
    print(
      failure.code === 'SLUG_TAKEN'
        ? words.taken(failure.slug ?? slug)
        : words.wrong(optionOf[failure.field ?? ''] ?? `--${failure.field}`, failure.rule ?? failure.code),
    );
    return 1;
  }
}

interface Asked {
  readonly name: string;
  readonly slug: string;
  readonly email: string;
  readonly person: string | null;
  readonly timeZone: string | null;
  readonly locale: Locale;
}

function readArguments(args: readonly string[]): Asked | null {
  try {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({
      args: [...args],
      options: { name: text, slug: text, email: text, person: text, 'time-zone': text, lang: text },
    });
    const { name, slug, email, lang = 'ja' } = values;
    if (!name || !slug || !email || (lang !== 'ja' && lang !== 'en')) return null;
    return {
      name,
      slug,
      email,
      person: values.person ?? null,
      timeZone: values['time-zone'] ?? null,
      locale: lang,
    };
  } catch {
    return null;
  }
}
