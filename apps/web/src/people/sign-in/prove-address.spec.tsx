import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { describe, expect, it, jest } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { renderPage } from '../../testing/render-page.js';
import { ProveAddress, proveAddress } from './prove-address.js';

const email = 'hanako@example.jp';
const asked = (code: string) => ({ query: proveAddress, variables: { email, code } });
const type = async (code: string): Promise<void> => {
  await userEvent.type(screen.getByLabelText(/6桁のコード/), code);
  await userEvent.click(screen.getByRole('button', { name: '確認' }));
};

describe('confirming the address after registering', () => {
  it('takes the code from the registration mail', async () => {
    const onDone = jest.fn(() => Promise.resolve());
    const user = { __typename: 'User', id: 'usr_1', emailProven: true };
    const result = { data: { signInWithCode: { __typename: 'Viewer', user } } };
    const { container } = renderPage(<ProveAddress email={email} onDone={onDone} />, {
      mocks: [{ request: asked('123456'), result }],
    });
    expect((await axe(container)).violations).toEqual([]);
    await type('123456');
    await waitFor(() => expect(onDone).toHaveBeenCalled());
  });

  it('says beside the box that a code is wrong, and how to go on', async () => {
    const refused = new CombinedGraphQLErrors({
      errors: [{ message: 'CODE_INVALID', extensions: { code: 'CODE_INVALID' } }],
    });
    renderPage(<ProveAddress email={email} onDone={() => Promise.resolve()} />, {
      mocks: [{ request: asked('000000'), error: refused }],
    });
    await type('000000');
    await screen.findByText(/コードが違うか、期限が切れています/);
    screen.getByRole('button', { name: 'コードを送り直す' });
  });
});
