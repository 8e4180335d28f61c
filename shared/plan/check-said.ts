import { fail, ok, type Result } from '../base/result.ts'
import type { Said } from './plan-wish.ts'

const options = [
  ['portalUrl', '--portal-url'],
  ['incoming', '--incoming'],
  ['outgoing', '--outgoing'],
] as const

/**
 * Refuses (`bad-usage`) a server or start page that was said for every provider at once where several take part: the password of one would go
 * to the server of another.
 */
export function checkSaid(said: Said, providers: readonly string[]): Result<void> {
  const several = [...new Set(providers)]
  if (several.length < 2) return ok()
  const plain = options.find(([name]) => Object.hasOwn(said[name], ''))
  if (!plain) return ok()
  const choices = several.map((id) => `${plain[1]} ${id}=URL`).join(', ')
  return fail('bad-usage', 'after-person', { given: plain[1], reason: 'whose-unsaid', choices })
}
