import { expect, test } from 'vitest'
import { formatCitation, type Citation } from './citation'

const whole: Citation = {
  speaker: 'Mara Lind',
  fragments: ['“We will repair the bridge by May,”'],
  kind: 'direct',
  saidAt: '2024-06-05',
  title: 'Bridge to reopen',
  publisher: 'Harbour Post',
  date: '2024-06-06',
  url: 'https://example.org/bridge',
}

test.each<[string, Partial<Citation>, string]>([
  [
    'all that is known',
    {},
    'Mara Lind, 5 Jun 2024: “We will repair the bridge by May” (Harbour Post, “Bridge to reopen”, 6 Jun 2024, https://example.org/bridge)',
  ],
  [
    'fragments',
    { fragments: ['"We will repair it', 'by May"'], saidAt: null, url: null },
    'Mara Lind: “We will repair it … by May” (Harbour Post, “Bridge to reopen”, 6 Jun 2024)',
  ],
  [
    'reported speech',
    { kind: 'indirect', fragments: ['the bridge would reopen'], saidAt: null, url: null, title: null },
    'Mara Lind, as reported: “the bridge would reopen” (Harbour Post, 6 Jun 2024)',
  ],
  [
    'nothing but words',
    { speaker: null, saidAt: null, title: null, publisher: null, date: null, url: null, fragments: ['No.'] },
    'Unnamed speaker: “No.”',
  ],
])('%s', (_name, change, expected) => {
  expect(formatCitation({ ...whole, ...change })).toBe(expected)
})
