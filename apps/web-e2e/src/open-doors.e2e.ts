import { expect, expectAccessible, screens, test } from '../harness/journey.js';

for (const [screen, viewport] of Object.entries(screens)) {
  test.describe(`on a ${screen}`, () => {
    test.use({ viewport });

    for (const path of ['/help-lines', '/sign-in']) {
      test(`${path} opens without a session`, async ({ page }) => {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expectAccessible(page);
      });
    }

    test('the help lines are one tap away from the door', async ({ page }) => {
      await page.goto('/sign-in');
      await page.getByRole('link', { name: '相談窓口' }).first().click();
      await expect(page).toHaveURL(/\/help-lines$/);
      await expect(page.locator('a[href^="tel:"]').first()).toBeVisible();
    });
  });
}
