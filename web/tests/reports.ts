// The reports that the browser tests read: written for them, about places that do not exist.

export interface TestReport {
  id: string
  title: string
  date: string
  publisher: string
  url?: string
  text: string
}

const bridge = `Harbour bridge to reopen in May, minister says

“We will repair the harbour bridge by May,” Mara Lind, the minister of transport, told reporters in Östhamn on Tuesday.

The bridge has been closed since a barge struck its second pier in November. Some 12,000 people crossed it each day, and lorries now drive 40 kilometres around the bay – at a cost that the Chamber of Commerce puts at €3 million a month.

“I asked for divers in December and they came in March,” said Jonas Weck, who heads the Harbour Authority. “That is the whole story of the delay.”

Weck said that the second pier would carry half of its old load until autumn. He warned that lorries above 20 tonnes would have to wait longer.

Lind denied that money had been short. “Nobody was refused a single krona,” she said.

What comes next

The Harbour Authority is to publish a plan for the repair next week. Lind promised that the plan would name a day for each stage.`

const plan = `Authority sets out stages of bridge repair

The Harbour Authority published its plan for the repair of the bridge at Östhamn on Thursday, two days later than it had said.

“The pier comes first, the deck second, and nobody gets to change that order,” said Jonas Weck, the head of the authority.

Mara Lind, the minister of transport, said that the state would pay for both.`

const divers = `Divers finish first survey of the pier

Divers of the coast guard finished a survey of the damaged pier on Monday. “The cracks are shorter than we feared,” said Elin Roos, who led them.

Roos said that a second survey would follow when the ice has gone.`

const school = `School meals to use fish from the bay

From August, schools in Östhamn will serve fish that was landed in the bay. “Children eat what they saw come ashore,” said Petra Holm, who runs the kitchens.

Holm said that 4,000 meals a week would be cooked this way.`

export const kBridge = 'Harbour bridge to reopen in May, minister says'
export const kPlan = 'Authority sets out stages of bridge repair'

export const kReports: TestReport[] = [
  { id: 'b-1', title: kBridge, date: '2024-04-16', publisher: 'Harbour Post', url: 'https://example.org/bridge', text: bridge },
  { id: 'b-2', title: kBridge, date: '2024-04-17', publisher: 'Inland Courier', text: bridge },
  { id: 'p-1', title: kPlan, date: '2024-04-25', publisher: 'Harbour Post', text: plan },
  { id: 'd-1', title: 'Divers finish first survey of the pier', date: '2024-03-11', publisher: 'Coast Guard', text: divers },
  { id: 's-1', title: 'School meals to use fish from the bay', date: '2024-06-03', publisher: 'Inland Courier', text: school },
]

export function toJsonLines(reports: readonly TestReport[]): string {
  return reports.map((report) => JSON.stringify(report) + '\n').join('')
}
