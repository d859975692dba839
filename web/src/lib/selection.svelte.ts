// Which few of many things are chosen. Who asks about one thing is told of changes to that one
// alone, so that choosing costs the same in a long report as in a short one.

class Cell {
  isOn = $state(false)
}

export class Selection {
  private readonly cells: ReadonlyMap<number, Cell>
  private chosen: readonly number[] = []

  constructor(keys: Iterable<number>) {
    // All are made here: a reaction would not be told of changes to what it has made itself.
    this.cells = new Map(Array.from(keys, (key) => [key, new Cell()]))
  }

  has(key: number): boolean {
    return this.cells.get(key)?.isOn ?? false
  }

  /** These, and no others. */
  choose(keys: readonly number[]): void {
    this.set(this.chosen, false)
    this.set(keys, true)
    this.chosen = keys
  }

  private set(keys: readonly number[], isOn: boolean): void {
    for (const key of keys) {
      const cell = this.cells.get(key)
      if (cell) cell.isOn = isOn
    }
  }
}
