import { fail } from '../../../shared/base/result.ts'
import type { Secret } from '../../../shared/base/secret.ts'
import { checkPassword, nothingKnown } from '../../../shared/mail/check-password.ts'
import { dictatePassword } from '../../../shared/words/dictate-password.ts'
import type { PasswordRule } from '../../../shared/mail/password-rule.ts'
import { findChange, otherRealms } from '../../../shared/provider/find-change.ts'
import { sayCli } from '../../../shared/words/cli.ts'
import { sayPasswordFault, sayPasswordWarning } from '../../../shared/words/say-password.ts'
import type { CommandContext } from '../command-context.ts'
import type { Arguments } from '../arguments.ts'
import { exitCodes } from '../exit-codes.ts'
import type { LineSource } from '../line-source.ts'
import { readPassword, readRealm } from '../read-inputs.ts'
import { unknownProvider } from '../../road/unknown-provider.ts'
import { readProvider } from '../read-wishes.ts'
import { stopBefore } from '../stop-before.ts'

async function check(context: CommandContext, rule: PasswordRule, password: Secret): Promise<number> {
  const { app, output } = context
  const verdict = checkPassword(rule, password, nothingKnown)
  const guess = await app.guess(password)
  const warnings = guess.warning ? [...verdict.warnings, guess.warning] : verdict.warnings
  for (const fault of verdict.faults) output.say(`✖ ${sayPasswordFault(fault, output.lang)}`)
  if (verdict.ok) output.say(`✔ ${sayCli('passwordGood', output.lang)}`)
  for (const warning of warnings) output.say(`※ ${sayPasswordWarning(warning, output.lang)}`)
  output.say(sayCli('strength', output.lang, { score: guess.score }))
  const reasons = verdict.faults.map((fault) => ({
    code: fault.code,
    text: sayPasswordFault(fault, output.lang),
    facts: fault.facts,
  }))
  output.line({ type: 'result', ok: verdict.ok, reasons, warnings: warnings.map((warning) => warning.code), score: guess.score })
  return verdict.ok ? exitCodes.done : exitCodes.badInput
}

/** Makes a password to the provider's rule, with its dictation form; `--check` judges one from standard input instead. */
export async function passwordCommand(context: CommandContext, args: Arguments, lines: LineSource): Promise<number> {
  const { app, output } = context
  const named = readProvider(app, args.options)
  if (!named.ok) return stopBefore(context, named.problem)
  const provider = named.value
  if (!provider) return stopBefore(context, unknownProvider(app, null).problem)
  const realm = readRealm(args.options)
  if (!realm.ok) return stopBefore(context, realm.problem)
  const rule = findChange(provider, realm.value)?.rule
  const changes = otherRealms(provider, realm.value).join(', ')
  if (!rule) {
    const facts = { provider: provider.id, realm: realm.value, changes }
    return stopBefore(context, fail('portal-cannot-change', 'never', facts).problem)
  }
  if (args.options.has('check')) {
    const given = await readPassword(args.options, lines, context)
    return given.ok ? check(context, rule, given.value) : stopBefore(context, given.problem)
  }
  const fresh = app.makePassword(rule)
  if (!fresh) throw new Error('enough random bytes were not enough')
  const made = fresh.reveal()
  const dictation = dictatePassword(made, output.lang)
    .map((part) => part.said)
    .join(output.lang === 'ja' ? '、' : ', ')
  output.say(made)
  output.say(sayCli('dictation', output.lang, { text: dictation }))
  const name = provider.name[output.lang]
  output.say(sayCli('passwordFor', output.lang, { name, realm: realm.value, changes }))
  output.line({ type: 'result', password: made, dictation, realm: realm.value })
  return exitCodes.done
}
