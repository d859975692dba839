import type { Page } from '@playwright/test'
import { expect, test } from './program'
import { kBridge } from './reports'

async function openBridge(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/library`)
  await page.getByRole('link', { name: kBridge }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(kBridge)
}

test('a card stands beside its mark, and each points at the other', async ({ page, filled }) => {
  await openBridge(page, filled)
  const mark = page.locator('.reader-text [data-starts]').first()
  const id = (await mark.getAttribute('data-starts'))!.split(' ')[0]!
  const card = page.locator(`[data-card="${id}"]`)
  const markBox = (await mark.boundingBox())!
  await expect.poll(async () => Math.abs((await card.boundingBox())!.y - markBox.y)).toBeLessThan(markBox.height)
  await card.getByRole('button').first().hover()
  await expect(page.locator('.pointed').first()).toBeVisible()
  await mark.hover()
  await expect(card).toHaveClass(/pointed/)
  await card.getByRole('button').first().click()
  await expect(page.locator('.reader-text .on').first()).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`statement=${id}`))
})

test('keys go from statement to statement, and a reload keeps the place', async ({ page, filled }) => {
  await openBridge(page, filled)
  await page.keyboard.press('j')
  const first = page.url()
  await expect(page.getByText(/^Statement 1 of \d+$/)).toBeVisible()
  await page.keyboard.press('n')
  await expect(page.getByText(/^Statement 2 of \d+$/)).toBeVisible()
  await page.keyboard.press('p')
  expect(page.url()).toBe(first)
  await page.reload()
  await expect(page.getByText(/^Statement 1 of \d+$/)).toBeVisible()
  await expect(page.locator('.reader-text .lit').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('.reader-text .lit')).toHaveCount(0)
})

test('a statement is copied as citation', async ({ page, filled, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openBridge(page, filled)
  await page.locator('.reader-text .content', { hasText: 'We will repair' }).first().click()
  await page.getByRole('button', { name: 'Copy as citation' }).click()
  await expect(page.getByText('Citation copied.')).toBeAttached()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain('Mara Lind')
  expect(copied).toContain('“We will repair the harbour bridge by May”')
  expect(copied).toContain(`“${kBridge}”`)
})

test('marks can be hidden', async ({ page, filled }) => {
  await openBridge(page, filled)
  await expect(page.locator('.reader-text .content').first()).toBeVisible()
  await page.keyboard.press('m')
  await expect(page.locator('.reader-text .content')).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Show marks' })).toBeVisible()
})

test('the other publication and the names are listed', async ({ page, filled }) => {
  await openBridge(page, filled)
  const side = page.getByRole('complementary', { name: 'About this report' })
  await expect(side.getByRole('heading', { name: 'Published 2 times' })).toBeVisible()
  await expect(side).toContainText('Inland Courier')
  await side.getByRole('button', { name: /^Jonas Weck/ }).click()
  await expect(page.locator('.reader-text .name').first()).toContainText('Weck')
  await expect(page).toHaveURL(/name=\d+/)
})

test('lines hold 65 to 75 characters', async ({ page, filled }) => {
  await openBridge(page, filled)
  const average = await page.locator('.reader-text p.block').evaluateAll((blocks) => {
    const full: number[] = []
    for (const block of blocks) {
      const range = document.createRange()
      const lines = new Map<number, number>()
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (let i = 0; i < node.textContent!.length; i++) {
          range.setStart(node, i)
          range.setEnd(node, i + 1)
          const box = range.getClientRects()[0]
          if (box) lines.set(Math.round(box.bottom / 8), (lines.get(Math.round(box.bottom / 8)) ?? 0) + 1)
        }
      }
      full.push(...[...lines.values()].slice(0, -1))
    }
    return full.reduce((sum, length) => sum + length, 0) / full.length
  })
  expect(average).toBeGreaterThanOrEqual(65)
  expect(average).toBeLessThanOrEqual(75)
})

test('a report that is not there says so', async ({ page, filled }) => {
  await page.goto(`${filled}/read/999999`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This report cannot be shown')
  await expect(page.getByRole('alert')).toContainText(/\w/)
})

test('on paper the statements follow the text as numbered notes', async ({ page, filled }) => {
  await openBridge(page, filled)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('banner')).toBeHidden()
  await expect(page.locator('.bar')).toBeHidden()
  const card = page.locator('[data-card]').first()
  await expect(card.locator('.words')).toBeVisible()
  const text = (await page.locator('.reader-text').boundingBox())!
  expect((await card.boundingBox())!.y).toBeGreaterThanOrEqual(text.y + text.height)
  const number = await page
    .locator('.reader-text [data-number="1"]')
    .evaluate((mark) => getComputedStyle(mark, '::before').content)
  expect(number).toContain('1')
})
