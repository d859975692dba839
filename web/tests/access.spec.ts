import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './program'

const kTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(kTags).analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
  expect(found).toEqual([])
}

const views = [
  { name: 'library', path: '/library', ready: '[data-result]' },
  { name: 'library with a search', path: '/library?q=bridge+publisher%3A%22Harbour+Post%22', ready: 'mark' },
  { name: 'library with an error', path: '/library?q=%22bridge', ready: '.error' },
  { name: 'reader', path: '/read/1', ready: '[data-card]' },
  { name: 'said', path: '/said', ready: '[data-result]' },
  { name: 'about', path: '/about', ready: 'dl' },
  { name: 'missing', path: '/nowhere', ready: 'h1' },
]

for (const colours of ['light', 'dark'] as const) {
  for (const width of [1280, 390]) {
    for (const view of views) {
      test(`axe finds nothing: ${view.name}, ${colours}, ${width} wide`, async ({ page, filled }) => {
        await page.emulateMedia({ colorScheme: colours, reducedMotion: 'reduce' })
        await page.setViewportSize({ width, height: 900 })
        await page.goto(filled + view.path)
        await page.locator(view.ready).first().waitFor()
        await expectNoViolations(page)
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
      })
    }
  }

  test(`axe finds nothing: a chosen statement and the keys, ${colours}`, async ({ page, filled }) => {
    await page.emulateMedia({ colorScheme: colours, reducedMotion: 'reduce' })
    await page.goto(`${filled}/read/1`)
    await page.locator('[data-card]').first().waitFor()
    await page.keyboard.press('j')
    await page.locator('.lit').first().waitFor()
    await expectNoViolations(page)
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
    await expectNoViolations(page)
  })

  test(`axe finds nothing: an empty casebook, ${colours}`, async ({ page, empty }) => {
    await page.emulateMedia({ colorScheme: colours, reducedMotion: 'reduce' })
    await page.goto(empty)
    await page.getByRole('heading', { name: 'Nothing to read yet' }).waitFor()
    await expectNoViolations(page)
  })
}

test('everything that can be pressed is at least 24 by 24 pixels, or stands in a line of text', async ({ page, filled }) => {
  for (const view of views) {
    await page.goto(filled + view.path)
    await page.locator(view.ready).first().waitFor()
    const small = await page.locator('button:visible, select:visible, input:visible, nav a:visible').evaluateAll((all) =>
      all
        .filter((one) => !(one instanceof HTMLInputElement && one.labels?.[0]?.contains(one)))
        .map((one) => ({ text: one.textContent, box: one.getBoundingClientRect() }))
        .filter(({ box }) => Math.min(box.width, box.height) < 24)
        .map(({ text, box }) => `${text} ${box.width}×${box.height}`),
    )
    expect(small, view.name).toEqual([])
  }
})

test('the skip link leads to the content', async ({ page, filled }) => {
  await page.goto(`${filled}/library`)
  await page.locator('[data-result]').first().waitFor()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})
