import { secretKey, type SecretRef } from '../../shared/base/secret.ts'
import { foldRun, stepState } from '../../shared/journal/fold-run.ts'
import { type PasswordSeen, passwordsSeen } from '../../shared/journal/passwords-seen.ts'
import { allRefs } from '../../shared/plan/all-refs.ts'
import { nextRef } from '../../shared/plan/next-ref.ts'
import { type CliWord, sayCli } from '../../shared/words/cli.ts'
import type { Lang } from '../../shared/words/lang.ts'
import { sayApart } from '../../shared/words/say-apart.ts'
import type { CommandContext } from './command-context.ts'
import { exitCodes } from './exit-codes.ts'
import type { KnownRun } from './read-named-run.ts'
import { stopBefore } from './stop-before.ts'

/** Does the journal say that the vault has been given every password? */
function secretsKept({ plan, entries }: KnownRun): boolean {
  const run = foldRun(entries)
  return plan.steps.every((step) => step.kind !== 'keep-secrets' || stepState(run, step.id).at === 'done')
}

/** What the journals say of one password of a run. */
interface Standing {
  /** Does the run change the password this one is of? */
  readonly changes: boolean
  readonly sent: boolean
  /** `null`: not known. */
  readonly inForce: boolean | null
}

function standingOf(ref: SecretRef, refs: readonly SecretRef[], seen: readonly PasswordSeen[], since: boolean): Standing {
  const next = secretKey(nextRef(ref))
  const own = seen.find((one) => secretKey(one.next) === next)
  const changes = refs.some((one) => secretKey(one) === next)
  if (since) return { changes, sent: true, inForce: false }
  // Nothing was sent: the made one was heard of nowhere, and whether the paper's is right nobody has seen.
  if (!own) return { changes, sent: false, inForce: ref.which === 'new' ? false : null }
  return { changes, sent: true, inForce: own.inForce === 'either' ? null : own.inForce === ref.which }
}

function noteOf({ which }: SecretRef, { inForce, sent }: Standing): CliWord {
  if (inForce === true) return 'inForce'
  if (inForce === false) return which === 'new' && !sent ? 'notYetInForce' : 'notInForce'
  return sent ? 'maybeInForce' : 'notChanged'
}

function whichOf(ref: SecretRef, standing: Standing, lang: Lang): string {
  if (!standing.changes) return sayCli('whichOnly', lang)
  return sayCli(ref.which === 'new' ? 'which' : 'whichOld', lang, { note: sayCli(noteOf(ref, standing), lang) })
}

/** Every password that may be in force for a run, and which of them is: printed because that is what was asked for. */
export async function showSecrets(context: CommandContext, known: KnownRun): Promise<number> {
  const { app, output } = context
  const { plan, entries } = known
  const secrets = await app.secretsOf(plan, secretsKept(known))
  if (!secrets.ok) return stopBefore(context, secrets.problem)
  const since = await app.changedSince(plan, entries)
  const [refs, seen] = [allRefs(plan), passwordsSeen(entries)]
  const owners = secrets.value.map(({ ref }) => ({ login: ref.for, provider: ref.provider ?? null }))
  const lines = secrets.value.map(({ ref, value }, at) => {
    const changedSince = since.some((one) => one.for === ref.for)
    const standing = standingOf(ref, refs, seen, changedSince)
    const whose = sayApart(owners[at]!, owners, (id) => app.findProvider(id)?.name ?? null, output.lang)
    if (!output.json) output.say(`${whose}  ${whichOf(ref, standing, output.lang)}: ${value.reveal()}`)
    const { for: owner, realms, which } = ref
    return { for: owner, provider: ref.provider ?? null, realms, which, value: value.reveal(), inForce: standing.inForce }
  })
  for (const one of since) output.say(sayCli('changedSince', output.lang, one))
  output.line({ type: 'result', run: known.run, secrets: lines })
  return exitCodes.done
}
