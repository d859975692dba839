import type { Page } from '@playwright/test'
import { expect, test } from './program'

async function brightness(page: Page): Promise<number> {
  return page.evaluate(() => {
    const colour = getComputedStyle(document.documentElement).backgroundColor
    const [red = 0, green = 0, blue = 0] = colour.match(/[\d.]+/g)!.map(Number)
    return (red + green + blue) / 3
  })
}

test('colours follow the computer until chosen, and the choice is kept', async ({ page, filled }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto(`${filled}/library`)
  expect(await brightness(page)).toBeLessThan(60)
  await page.getByRole('button', { name: 'Use light colours' }).click()
  expect(await brightness(page)).toBeGreaterThan(200)
  await page.reload()
  await expect.poll(() => brightness(page)).toBeGreaterThan(200)
  await page.goto(`${filled}/about`)
  await page.getByLabel('As this computer').check()
  await expect.poll(() => brightness(page)).toBeLessThan(60)
})

test('the page asks nobody but the program, and nothing is refused or fails', async ({ page, filled }) => {
  const strangers: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(filled)) strangers.push(request.url())
  })
  page.on('console', (message) => {
    if (message.type() !== 'log') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  for (const path of ['/', '/library?q=bridge', '/read/1?statement=1', '/said', '/about']) {
    await page.goto(filled + path, { waitUntil: 'networkidle' })
  }
  expect(strangers).toEqual([])
  expect(complaints).toEqual([])
})

test('what is shown is asked for once', async ({ page, filled }) => {
  const asked: string[] = []
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.pathname.startsWith('/api/')) asked.push(url.pathname + url.search)
  })
  await page.goto(`${filled}/library`, { waitUntil: 'networkidle' })
  await page.goto(`${filled}/read/1`, { waitUntil: 'networkidle' })
  for (const key of ['j', 'j', 'k', 'm', 'Escape']) await page.keyboard.press(key)
  await page.waitForLoadState('networkidle')
  const count = (start: string) => asked.filter((address) => address.startsWith(start)).length
  expect(count('/api/v1/documents?')).toBe(1)
  expect(count('/api/v1/facets')).toBe(1)
  expect(count('/api/v1/documents/1')).toBe(1)
})
