import { expect, test } from './program'

test('statements are narrowed by speaker, with suggestions', async ({ page, filled }) => {
  await page.goto(`${filled}/said`)
  const all = await page.locator('[data-result]').count()
  const speaker = page.getByRole('combobox', { name: 'Speaker or organisation' })
  await speaker.fill('wec')
  await expect(page.getByRole('option').first()).toContainText('Jonas Weck')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/speaker=Jonas\+Weck/)
  await expect(page.locator('a.speaker').first()).toHaveText('Jonas Weck')
  const fewer = await page.locator('[data-result]').count()
  expect(fewer).toBeLessThan(all)
  expect(await page.locator('a.speaker').allTextContents()).toEqual(Array<string>(fewer).fill('Jonas Weck'))
  await page.reload()
  await expect(speaker).toHaveValue('Jonas Weck')
  await expect(page.locator('[data-result]')).toHaveCount(fewer)
})

test('words and kind narrow further, and Clear shows all again', async ({ page, filled }) => {
  await page.goto(`${filled}/said`)
  const all = await page.locator('[data-result]').count()
  await page.getByRole('searchbox', { name: 'About' }).fill('cracks')
  await expect(page.locator('[data-result]')).toHaveCount(1)
  await expect(page.locator('mark').first()).toContainText('cracks are shorter')
  await page.getByRole('combobox', { name: 'How' }).selectOption('indirect')
  await expect(page.getByText('No statement matches')).toBeVisible()
  await page.getByRole('button', { name: 'Clear' }).click()
  await expect(page.locator('[data-result]')).toHaveCount(all)
})

test('a statement opens in its report, at its place', async ({ page, filled }) => {
  await page.goto(`${filled}/said?about=cracks`)
  await page.locator('[data-result]').click()
  await expect(page).toHaveURL(/\/read\/\d+\?statement=\d+/)
  expect((await page.locator('.lit').allTextContents()).join('')).toContain('cracks are shorter')
  await page.goBack()
  await expect(page.getByRole('searchbox', { name: 'About' })).toHaveValue('cracks')
})

test('a statement is copied as citation', async ({ page, filled, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(`${filled}/said?about=cracks`)
  await page.getByRole('button', { name: 'Copy as citation' }).click()
  await expect(page.getByText('Citation copied.')).toBeAttached()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('cracks are shorter than we feared')
})
