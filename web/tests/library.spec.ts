import { expect, test } from './program'
import { kBridge, kPlan } from './reports'

test('a search shows its words in their sentence, and survives a reload', async ({ page, filled }) => {
  await page.goto(`${filled}/library`)
  await expect(page.locator('[data-result]')).toHaveCount(4)
  await page.getByRole('searchbox').fill('cracks')
  await expect(page.getByRole('status').filter({ hasText: '1 report found' })).toBeVisible()
  await expect(page.locator('mark')).toHaveText(['cracks'])
  await expect(page).toHaveURL(/q=cracks/)
  await page.reload()
  await expect(page.getByRole('searchbox')).toHaveValue('cracks')
  await expect(page.locator('[data-result]')).toHaveCount(1)
})

test('a sentence found opens in its report', async ({ page, filled }) => {
  await page.goto(`${filled}/library?q=cracks`)
  await page.getByText('The cracks are shorter').click()
  await expect(page).toHaveURL(/\/read\/\d+\?at=\d+-\d+/)
  expect((await page.locator('.lit').allTextContents()).join('')).toContain('The cracks are shorter than we feared')
})

test('a search that cannot be read says why', async ({ page, filled }) => {
  await page.goto(`${filled}/library?q=${encodeURIComponent('"harbour bridge')}`)
  await expect(page.getByText('This search could not be read')).toBeVisible()
  await expect(page.getByRole('searchbox')).toHaveAttribute('aria-invalid', 'true')
})

test('nothing found says what to do', async ({ page, filled }) => {
  await page.goto(`${filled}/library?q=zeppelin`)
  await page.getByRole('link', { name: 'show all reports' }).click()
  await expect(page.locator('[data-result]')).toHaveCount(4)
})

test('facets add and remove filters', async ({ page, filled }) => {
  await page.goto(`${filled}/library?q=bridge`)
  await page.getByRole('button', { name: /^Harbour Post/ }).click()
  await expect(page.getByRole('searchbox')).toHaveValue('bridge publisher:"Harbour Post"')
  await expect(page.getByRole('button', { name: /^Harbour Post/ })).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('button', { name: /^Jonas Weck/ }).click()
  await expect(page.locator('[data-result]')).toHaveCount(2)
  await page.getByRole('button', { name: 'Remove filter publisher Harbour Post' }).click()
  await expect(page.getByRole('searchbox')).toHaveValue('bridge speaker:"Jonas Weck"')
  await page.goBack()
  await expect(page.getByRole('searchbox')).toHaveValue('bridge publisher:"Harbour Post" speaker:"Jonas Weck"')
})

test('results are in the order asked for', async ({ page, filled }) => {
  await page.goto(`${filled}/library?q=bridge`)
  await page.getByRole('link', { name: 'Newest' }).click()
  await expect(page).toHaveURL(/sort=date/)
  await expect(page.locator('[data-result]')).toHaveText([kPlan, kBridge])
})

test('going back leads to the result that was opened', async ({ page, filled }) => {
  await page.goto(`${filled}/library`)
  await expect(page.locator('[data-result]')).toHaveCount(4)
  for (const key of ['j', 'j', 'j', 'Enter']) await page.keyboard.press(key)
  await page.locator('[data-card]').first().waitFor()
  await page.keyboard.press('j')
  await expect(page).toHaveURL(/\/read\/\d+\?statement=/)
  await page.goBack()
  await expect(page.locator('[data-result]').nth(2)).toBeFocused()
})

test('keys search, move, open, and can be switched off', async ({ page, filled }) => {
  await page.goto(`${filled}/library`)
  await expect(page.locator('[data-result]')).toHaveCount(4)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await expect(page.locator('[data-result]').nth(1)).toBeFocused()
  await page.keyboard.press('k')
  await expect(page.locator('[data-result]').nth(0)).toBeFocused()
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('?j')
  await expect(page.getByRole('searchbox')).toHaveValue('?j')
  await page.getByRole('searchbox').fill('')
  await page.getByRole('searchbox').blur()
  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog', { name: 'Keys' })
  await dialog.getByLabel('Use single keys').uncheck()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await page.keyboard.press('?')
  await page.keyboard.press('j')
  await expect(dialog).toBeHidden()
  await expect(page.locator('[data-result]:focus')).toHaveCount(0)
  await page.reload()
  await page.getByRole('link', { name: 'About', exact: true }).click()
  await expect(page.getByRole('checkbox')).not.toBeChecked()
})
