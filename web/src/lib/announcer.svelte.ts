// One line for those who hear the page: what has just happened.

class Announcer {
  message = $state('')

  say(message: string): void {
    // The same words twice are heard twice only if the line has changed between.
    this.message = this.message === message ? `${message}\u00a0` : message
  }
}

export const announcer = new Announcer()

export async function copyText(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    announcer.say(`${what} copied.`)
  } catch {
    announcer.say('This browser does not allow copying.')
  }
}
