// A value that comes from the program, and what is known of it meanwhile.

export class Loaded<Value> {
  /** The newest value; the one before stays while the next is on its way. */
  value = $state.raw<Value | null>(null)
  error = $state<string | null>(null)
  isLoading = $state(true)
}

/**
 * Asks when the component starts, and again whenever what `request` reads before its first
 * `await` has changed; a request that is overtaken is aborted. A null request asks nothing.
 */
export function load<Value>(request: (signal: AbortSignal) => Promise<Value> | null): Loaded<Value> {
  const loaded = new Loaded<Value>()
  $effect(() => {
    const abort = new AbortController()
    const reply = request(abort.signal)
    loaded.isLoading = reply !== null
    reply?.then(
      (value) => {
        if (abort.signal.aborted) return
        loaded.value = value
        loaded.error = null
        loaded.isLoading = false
      },
      (error: unknown) => {
        if (abort.signal.aborted) return
        loaded.error = error instanceof Error ? error.message : String(error)
        loaded.isLoading = false
      },
    )
    return () => abort.abort()
  })
  return loaded
}
