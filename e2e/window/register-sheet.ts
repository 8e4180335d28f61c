import { readFileSync } from 'node:fs'
import { registerSecret } from '../canary/register.ts'

/** Names the passwords on a paper, so that nothing may write them down. */
export function registerSheet(file: string): void {
  const text = readFileSync(file, 'utf8')
  for (const [, value] of text.matchAll(/パスワード[\s\u3000]*[:：][\s\u3000]*([^\s\u3000]+)/g))
    registerSecret('a password on a practice paper', value!)
}
