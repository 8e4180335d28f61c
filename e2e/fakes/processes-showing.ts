import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { formsOf } from '../canary/forms.ts'

/** Command lines and environments of all processes of this machine that carry a secret, our own test process left out. */
export function processesShowing(secrets: readonly string[], ignore: readonly number[]): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && !ignore.includes(Number(name)))
    .flatMap((pid) => {
      try {
        const texts = [readFileSync(`/proc/${pid}/cmdline`), readFileSync(`/proc/${pid}/environ`)]
        const shows = secrets.some((secret) => formsOf(secret).some(({ bytes }) => texts.some((text) => text.includes(bytes))))
        return shows ? [`${pid} ${readlinkSync(`/proc/${pid}/exe`)}`] : []
      } catch {
        return []
      }
    })
}
