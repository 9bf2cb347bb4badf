import { expect, it } from '@jest/globals';
import { mutableKinds } from '@yoriai/domain/notifications';
import { account } from '../words/ja/account.js';
import { mailKinds } from './update-settings.js';

it('every kind of mail that can be switched off is offered, and has a name', () => {
  const named = Object.keys(account.kinds).toSorted();
  expect(mailKinds).toEqual(mutableKinds);
  expect(mutableKinds.map((kind) => kind.replaceAll(/[.-]/g, '_')).toSorted()).toEqual(named);
});
