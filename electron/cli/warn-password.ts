import { sayPasswordWarning } from '../../shared/words/say-password.ts'
import type { PlannedRun } from '../road/prepare-plan.ts'
import { passwordWarnings } from '../road/password-warnings.ts'
import type { CommandContext } from './command-context.ts'

/** Says what speaks against a password the person chose, each thing once. */
export async function warnAboutPasswords({ app, output }: CommandContext, planned: PlannedRun): Promise<void> {
  const warnings = await passwordWarnings(app, planned)
  for (const text of new Set(warnings.map((one) => sayPasswordWarning(one, output.lang)))) output.say(`※ ${text}`)
}
