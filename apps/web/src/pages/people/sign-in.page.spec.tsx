import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { requestSignInCode, siteQuery } from '../../forms/request-sign-in-code.js';
import { signInWithCode } from '../../people/sign-in/sign-in-with-code.js';
import { signIn } from '../../people/sign-in/sign-in.js';
import { renderPage } from '../../testing/render-page.js';
import { SignInPage } from './sign-in.page.js';

const site = {
  request: { query: siteQuery },
  result: { data: { site: { __typename: 'Site', registration: false, openIdConnect: false, demo: false } } },
};
const codeGoesOut = {
  request: { query: requestSignInCode, variables: { email: 'hanako@example.jp' } },
  result: { data: { requestSignInCode: true } },
};
const tenant = { __typename: 'Viewer', tenant: { __typename: 'Tenant', id: 'ten_1', slug: 'minato' } };
const refused = (code: string) =>
  new CombinedGraphQLErrors({ errors: [{ message: code, extensions: { code } }] });

const page = (mocks: NonNullable<Parameters<typeof renderPage>[1]>['mocks'], at = '/sign-in') =>
  renderPage(<SignInPage />, { mocks: [site, site, ...(mocks ?? [])], at, viewer: null });
const askForCode = async (): Promise<void> => {
  await userEvent.type(screen.getByLabelText(/メールアドレス/), 'hanako@example.jp');
  await userEvent.click(screen.getByRole('button', { name: 'コードをメールで受け取る' }));
};

describe('signing in', () => {
  it('takes a code from the mail and goes on to where the person wanted to go', async () => {
    const opens = {
      request: { query: signInWithCode, variables: { email: 'hanako@example.jp', code: '１２３ ４５６' } },
      result: { data: { signInWithCode: tenant } },
    };
    const { here } = page([codeGoesOut, opens], '/sign-in?next=%2Ft%2Fminato%2Fsupport');
    await askForCode();
    await userEvent.type(await screen.findByLabelText(/6桁のコード/), '１２３ ４５６');
    await userEvent.click(screen.getByRole('button', { name: 'サインイン' }));
    await waitFor(() => expect(here()).toBe('/t/minato/support'));
  });

  it('says beside the box that a code is wrong, and offers a new one', async () => {
    const refuses = {
      request: { query: signInWithCode, variables: { email: 'hanako@example.jp', code: '000000' } },
      error: refused('CODE_INVALID'),
    };
    page([codeGoesOut, refuses]);
    await askForCode();
    await userEvent.type(await screen.findByLabelText(/6桁のコード/), '000000');
    await userEvent.click(screen.getByRole('button', { name: 'サインイン' }));
    await screen.findByText(/コードが違うか、期限が切れています/);
    screen.getByRole('button', { name: 'コードを送り直す' });
  });

  it('does not tell whether it was the address or the password that was wrong', async () => {
    const refuses = {
      request: {
        query: signIn,
        variables: { input: { email: 'hanako@example.jp', password: 'ちがうパスワード' } },
      },
      error: refused('SIGN_IN_FAILED'),
    };
    page([refuses]);
    await userEvent.click(screen.getByRole('button', { name: 'パスワードでサインイン' }));
    await userEvent.type(screen.getByLabelText(/メールアドレス/), 'hanako@example.jp');
    await userEvent.type(screen.getByLabelText(/^パスワード/), 'ちがうパスワード');
    await userEvent.click(screen.getByRole('button', { name: 'サインイン' }));
    await screen.findByText('メールアドレスかパスワードが違います。');
  });

  it('keeps the address that was typed, from a code to a password and back', async () => {
    page([]);
    await userEvent.type(screen.getByLabelText(/メールアドレス/), 'hanako@example.j');
    await userEvent.click(screen.getByRole('button', { name: 'パスワードでサインイン' }));
    expect(screen.getByLabelText<HTMLInputElement>(/メールアドレス/).value).toBe('hanako@example.j');
    await userEvent.type(screen.getByLabelText(/メールアドレス/), 'p');
    await userEvent.click(screen.getByRole('button', { name: 'メールのコードでサインイン' }));
    expect(screen.getByLabelText<HTMLInputElement>(/メールアドレス/).value).toBe('hanako@example.jp');
  });

  it('shows the help lines to a visitor who does not sign in, and no registration where it is closed', async () => {
    const { container } = page([]);
    expect(screen.getByRole('link', { name: 'ログインせずに相談窓口を見る' }).getAttribute('href')).toBe(
      '/help-lines',
    );
    expect(screen.queryByRole('link', { name: '団体を新しく登録' })).toBeNull();
    expect((await axe(container)).violations).toEqual([]);
  });
});
