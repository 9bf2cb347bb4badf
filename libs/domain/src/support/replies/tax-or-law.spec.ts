import { describe, expect, it } from '@jest/globals';
import { touchesTaxOrLaw } from '../index.js';

describe('the note on tax and law', () => {
  it.each([
    '節税になりますか',
    '契約書を見てもらえますか',
    '残業代を請求されています',
    'Is this tax deductible?',
    'can I sue, or is it not in the contract',
    'ｲﾝﾎﾞｲｽの登録',
  ])('shows for: %s', (text) => expect(touchesTaxOrLaw(text)).toBe(true));
  it.each(['税込1,100円の新商品', '店番を探しています', 'My taxi was late', 'new issues with the oven'])(
    'does not show for: %s',
    (text) => expect(touchesTaxOrLaw(text)).toBe(false),
  );
});
