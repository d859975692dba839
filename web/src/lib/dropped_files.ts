// The files that were dropped, also those in folders.

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) {
    return [await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))]
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const files: File[] = []
  for (;;) {
    // A reader hands out a folder in parts, an empty one last.
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (part.length === 0) return files
    for (const child of part) files.push(...(await filesIn(child)))
  }
}

async function filesOf(item: DataTransferItem): Promise<File[]> {
  const entry = item.webkitGetAsEntry()
  if (entry) return filesIn(entry)
  const file = item.getAsFile()
  return file ? [file] : []
}

/** In the order dropped. Items must be asked before the event ends, hence before any await. */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  return (await Promise.all([...transfer.items].map(filesOf))).flat()
}
