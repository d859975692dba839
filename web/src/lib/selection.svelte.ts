// Which few of many things are chosen. Who asks about one thing is told of changes to that one
// alone, so that choosing costs the same in a long report as in a short one.

class Cell {
  isOn = $state(false)
}

export class Selection {
  private readonly cells = new Map<number, Cell>()
  private chosen: readonly number[] = []

  has(key: number): boolean {
    return this.cell(key).isOn
  }

  /** These, and no others. */
  choose(keys: readonly number[]): void {
    for (const key of this.chosen) this.cell(key).isOn = false
    for (const key of keys) this.cell(key).isOn = true
    this.chosen = keys
  }

  private cell(key: number): Cell {
    let cell = this.cells.get(key)
    if (!cell) this.cells.set(key, (cell = new Cell()))
    return cell
  }
}
