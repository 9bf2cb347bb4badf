import type { UserId } from '@yoriai/domain/kernel';
import type { Locale } from '@yoriai/domain/tenancy';
import type { AuthSql } from '../../platform/auth/auth-db.js';
import { found } from '../../platform/errors/must.js';
import { accounts, type Account, type TextSize } from '../sign-in/accounts.js';

/** How a person reads, in every organisation of theirs: language and size of text. */
export async function updateAccount(
  sql: AuthSql,
  userId: UserId,
  changes: { locale?: Locale | null; textSize?: TextSize | null },
): Promise<Account> {
  await accounts.update(sql, userId, changes);
  return found(await accounts.byId(sql, userId));
}
