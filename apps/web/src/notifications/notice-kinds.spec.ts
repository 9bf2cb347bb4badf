import { expect, it } from '@jest/globals';
import { mutableKinds } from '@yoriai/domain/notifications';
import { account } from '../words/ja/account.js';

it('every kind of mail that can be switched off has a name', () => {
  const named = Object.keys(account.kinds).toSorted();
  expect(mutableKinds.map((kind) => kind.replaceAll(/[.-]/g, '_')).toSorted()).toEqual(named);
});
