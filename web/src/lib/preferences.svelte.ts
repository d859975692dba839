// What a person has chosen about the page itself; kept in this browser.

export type Theme = 'system' | 'light' | 'dark'

const kThemes: readonly Theme[] = ['system', 'light', 'dark']
const kThemeKey = 'afterword.theme'
const kSingleKeysKey = 'afterword.single-keys'

function storedTheme(): Theme {
  const stored = localStorage.getItem(kThemeKey) as Theme
  return kThemes.includes(stored) ? stored : 'system'
}

class Preferences {
  #theme = $state<Theme>(storedTheme())
  #singleKeys = $state(localStorage.getItem(kSingleKeysKey) !== 'off')
  #systemIsDark = $state(false)

  constructor() {
    const dark = matchMedia('(prefers-color-scheme: dark)')
    this.#systemIsDark = dark.matches
    dark.addEventListener('change', () => (this.#systemIsDark = dark.matches))
    document.documentElement.dataset.theme = this.#theme
  }

  get theme(): Theme {
    return this.#theme
  }

  set theme(theme: Theme) {
    this.#theme = theme
    localStorage.setItem(kThemeKey, theme)
    document.documentElement.dataset.theme = theme
  }

  get isDark(): boolean {
    return this.#theme === 'system' ? this.#systemIsDark : this.#theme === 'dark'
  }

  /** Whether a letter alone may do something (WCAG 2.1.4). */
  get singleKeys(): boolean {
    return this.#singleKeys
  }

  set singleKeys(on: boolean) {
    this.#singleKeys = on
    localStorage.setItem(kSingleKeysKey, on ? 'on' : 'off')
  }
}

export const preferences = new Preferences()
