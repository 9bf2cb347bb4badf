import { Strategy } from 'passport-local';

/** What passport's local strategy says of an address and a password: the account, or null. */
export function runLocalStrategy<Account extends object>(
  credentials: { readonly email: string; readonly password: string },
  verify: (email: string, password: string) => Promise<Account | null>,
): Promise<Account | null> {
  return new Promise((resolve, reject) => {
    const strategy = new Strategy({ usernameField: 'email' }, (email, password, done) => {
      verify(email, password).then((account) => done(null, account ?? false), done);
    });
    // passport gives each request a copy of its strategy with these three ways to end; there is no middleware here to do it.
    const outcome = { success: resolve, fail: () => resolve(null), error: reject };
    Object.assign(Object.create(strategy), outcome).authenticate({ body: credentials }, {});
  });
}
