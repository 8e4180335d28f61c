import { foldRun } from '../../shared/journal/fold-run.ts'
import { secretsKept } from '../../shared/journal/secrets-kept.ts'
import { type PasswordStanding, passwordStandings } from '../../shared/screen/password-standing.ts'
import { type CliWord, sayCli } from '../../shared/words/cli.ts'
import { sayApart } from '../../shared/words/say-apart.ts'
import type { CommandContext } from './command-context.ts'
import { exitCodes } from './exit-codes.ts'
import type { KnownRun } from './read-named-run.ts'
import { stopBefore } from './stop-before.ts'

const notes: Readonly<Record<Exclude<PasswordStanding, 'not-ours'>, CliWord>> = {
  'in-force': 'inForce',
  before: 'notInForce',
  replaced: 'notInForce',
  'not-yet': 'notYetInForce',
  'not-changed': 'notChanged',
  unclear: 'maybeInForce',
}

/** What machines are told: `null` is "not known". */
const inForce: Readonly<Record<PasswordStanding, boolean | null>> = {
  'in-force': true,
  before: false,
  replaced: false,
  'not-yet': false,
  'not-changed': null,
  'not-ours': null,
  unclear: null,
}

/** Every password that may be in force for a run, and which of them is: printed because that is what was asked for. `whole`: its journal is not damaged. */
export async function showSecrets(context: CommandContext, known: KnownRun, whole: boolean): Promise<number> {
  const { app, output } = context
  const { lang } = output
  const { plan, entries } = known
  const secrets = await app.secretsOf(plan, secretsKept(plan, foldRun(entries)))
  if (!secrets.ok) return stopBefore(context, secrets.problem)
  const since = await app.changedSince(plan, entries)
  const standingOf = passwordStandings({ plan, entries, whole, since })
  const owners = secrets.value.map(({ ref }) => ({ login: ref.for, provider: ref.provider ?? null }))
  const lines = secrets.value.map(({ ref, value }, at) => {
    const { standing } = standingOf(ref)
    const whose = sayApart(owners[at]!, owners, (id) => app.findProvider(id)?.name ?? null, lang)
    const kind = ref.which === 'new' ? 'which' : 'whichOld'
    const which =
      standing === 'not-ours' ? sayCli('whichOnly', lang) : sayCli(kind, lang, { note: sayCli(notes[standing], lang) })
    if (!output.json) output.say(`${whose}  ${which}: ${value.reveal()}`)
    const { for: owner, realms } = ref
    return {
      for: owner,
      provider: ref.provider ?? null,
      realms,
      which: ref.which,
      value: value.reveal(),
      inForce: inForce[standing],
    }
  })
  for (const { certain, for: owner, run, at } of since)
    output.say(sayCli(certain ? 'changedSince' : 'changeSentSince', lang, { for: owner, run, at }))
  output.line({ type: 'result', run: known.run, secrets: lines })
  return exitCodes.done
}
