import { expect, test } from './program'
import { kBridge, kReports, toJsonLines } from './reports'

const bridge = kReports[0]!
const file = (name: string, text: string | Buffer) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(text),
})

test('a file is imported, opened, and a statement shown in its sentence', async ({ page, empty }) => {
  await page.goto(empty)
  await expect(page.getByRole('heading', { name: 'Nothing to read yet' })).toBeVisible()
  await page.locator('[data-import]').setInputFiles([file('bridge.txt', bridge.text)])
  const panel = page.getByRole('region', { name: 'Imported 1 file' })
  await expect(panel.getByText('1 added')).toBeVisible()
  await panel.getByRole('link').click()
  await expect(page).toHaveURL(/\/read\/\d+$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(kBridge)

  const words = page.getByText('We will repair the harbour bridge by May', { exact: false }).and(page.locator('.content'))
  await words.first().click()
  await expect(page).toHaveURL(/statement=\d+/)
  const lit = await page.locator('.reader-text .lit').allTextContents()
  expect(lit.join('')).toBe(
    '“We will repair the harbour bridge by May,” Mara Lind, the minister of transport, told reporters in Östhamn on Tuesday.',
  )
  await expect(page.locator('article.on')).toContainText('Lind')
})

test('each file says what became of it', async ({ page, empty }) => {
  await page.goto(empty)
  await page.locator('[data-import]').setInputFiles([
    file('two.jsonl', toJsonLines(kReports.slice(0, 2))),
    file('again.jsonl', toJsonLines(kReports.slice(0, 1))),
    file('picture.bin', Buffer.from([0, 1, 2, 0, 255, 254])),
  ])
  const panel = page.getByRole('region', { name: 'Imported 3 files' })
  await expect(panel.locator('li', { hasText: 'two.jsonl' })).toContainText('1 added, 1 added to a text already here')
  await expect(panel.locator('li', { hasText: 'again.jsonl' })).toContainText('1 already here')
  await expect(panel.locator('li', { hasText: 'picture.bin' }).locator('.error')).toContainText(/\w{3,}/)
  await expect(page.locator('[data-result]')).toHaveCount(1)
  await page.getByRole('link', { name: 'About', exact: true }).click()
  await expect(page.getByRole('table').last()).toContainText('picture.bin')
})

test('files can be dropped anywhere', async ({ page, empty }) => {
  await page.goto(`${empty}/said`)
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer()
    data.items.add(new File([text], 'dropped.txt', { type: 'text/plain' }))
    return data
  }, bridge.text)
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer })
  await expect(page.getByText('Drop to add to the library')).toBeVisible()
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer })
  await expect(page.getByRole('region', { name: 'Imported 1 file' })).toContainText('1 added')
  await expect(page.locator('[data-result]').first()).toBeVisible()
})
