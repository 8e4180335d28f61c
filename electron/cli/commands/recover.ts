import type { Problem } from '../../../shared/base/problem.ts'
import { fail, ok, type Result } from '../../../shared/base/result.ts'
import type { Played } from '../../../shared/portal/play-recipe.ts'
import type { Provider, Recovery } from '../../../shared/provider/provider.ts'
import { sayCli } from '../../../shared/words/cli.ts'
import { sayProgress } from '../../../shared/words/progress.ts'
import type { CommandContext } from '../command-context.ts'
import type { Arguments } from '../arguments.ts'
import { carryOut } from '../carry-out.ts'
import { exitCodes } from '../exit-codes.ts'
import { readCa } from '../read-inputs.ts'
import { readSaid } from '../read-said.ts'
import { unknownProvider } from '../../road/unknown-provider.ts'
import { readManner, readProvider } from '../read-wishes.ts'
import { lineBefore } from '../result-line.ts'
import { stopBefore } from '../stop-before.ts'
import { tellBefore } from '../tell-problem.ts'
import { endRun } from './run.ts'

interface Wish {
  readonly provider: Provider
  readonly portalUrl: string | null
  readonly ca: string | undefined
}

async function readWish({ app }: CommandContext, { options }: Arguments): Promise<Result<Wish>> {
  const provider = readProvider(app, options)
  if (!provider.ok) return provider
  if (!provider.value) return unknownProvider(app, null)
  const said = readSaid(options, app.providers)
  if (!said.ok) return said
  const ca = await readCa(options)
  if (!ca.ok) return ca
  const { portalUrl } = said.value
  return ok({ provider: provider.value, portalUrl: portalUrl[provider.value.id] ?? portalUrl[''] ?? null, ca: ca.value })
}

/** Tells the provider's own ways where the program has none. */
function tellOwnWays({ output }: CommandContext, provider: Provider): void {
  const { lang } = output
  for (const { text, url } of provider.lost) output.say(sayCli('lost', lang, { text: text[lang], url }))
  for (const { name, phone, hours } of provider.help)
    output.say(sayCli('help', lang, { name: name[lang], phone, hours: hours[lang] }))
}

async function chooseRecovery({ ask, output }: CommandContext, provider: Provider): Promise<Result<Recovery>> {
  const titleOf = (recovery: Recovery): string => recovery.title[output.lang]
  const choices = provider.recoveries.map(titleOf)
  const answer = await ask({ name: 'choose-recovery', kind: 'choice', facts: { provider: provider.id }, choices })
  const chosen = provider.recoveries.find((recovery) => titleOf(recovery) === answer)
  return chosen ? ok(chosen) : fail('question-unanswered', 'after-person', { question: 'choose-recovery' })
}

/** The name the new password will open the site with: without it nothing could show that the reset took effect. */
async function askLogin({ ask }: CommandContext, provider: Provider, recovery: Recovery): Promise<Result<string | null>> {
  if (!recovery.link) return ok(null)
  const answer = await ask({ name: 'user-name', kind: 'text', facts: { provider: provider.id } })
  const login = typeof answer === 'string' ? answer.trim() : ''
  return login === '' ? fail('question-unanswered', 'after-person', { question: 'user-name' }) : ok(login)
}

/** A reset keeps a password: everything it needs is made sure of before the provider is asked for anything. */
async function readyToKeep({ app }: CommandContext, recovery: Recovery): Promise<Result<void>> {
  if (!recovery.link) return ok()
  const vault = await app.vaultReady(null)
  return vault.ok ? app.roomReady() : vault
}

function request(context: CommandContext, args: Arguments, wish: Wish, recovery: Recovery): Promise<Played> {
  const { app, ask, output, stop } = context
  const { options } = args
  return app.requestRecovery({
    recovery,
    portalUrl: wish.portalUrl,
    manner: readManner(options, wish.ca),
    ask,
    stop,
    report: (what) => {
      const text = sayProgress(what, {}, output.lang)
      if (text) output.say(`   ${text}`)
    },
  })
}

/** A request that did not end on the page of completion. Whether the site got it is not known once it was sent. */
function stopAtRequest(context: CommandContext, recovery: Recovery, { commit, problem }: Played): number {
  const { output } = context
  const told: Problem = problem ?? fail('unexpected', 'never', { where: 'recipe' }).problem
  if (commit === 'not-sent') return stopBefore(context, told)
  tellBefore(output, told)
  output.say(sayCli('requestUnknown', output.lang))
  const problems = [lineBefore(told, output.lang)]
  output.line({ type: 'result', outcome: 'unknown', run: null, recovery: recovery.id, mailboxes: [], logins: [], problems })
  return exitCodes.unknown
}

async function reset(
  context: CommandContext,
  args: Arguments,
  wish: Wish,
  recovery: Recovery,
  link: NonNullable<Recovery['link']>,
  login: string,
): Promise<number> {
  const { app, output } = context
  const manner = { ...readManner(args.options, wish.ca), attended: true }
  const prepared = app.prepareReset({ provider: wish.provider, recovery, link, login, portalUrl: wish.portalUrl, manner })
  output.line({ type: 'plan', ...prepared.plan })
  const done = await carryOut(context, { plan: prepared.plan, entries: [] }, (hooks) => app.startRun(prepared, hooks))
  return 'exit' in done ? done.exit : endRun(context, done.end, args.options)
}

/**
 * Recovers a forgotten user name or password by the provider's own pages, each act asked about before: sends the request and, for a password,
 * sets a new one behind the link that comes, in a run with a journal like any other.
 */
export async function recoverCommand(context: CommandContext, args: Arguments): Promise<number> {
  const { output } = context
  const wish = await readWish(context, args)
  if (!wish.ok) return stopBefore(context, wish.problem)
  const { provider } = wish.value
  if (provider.recoveries.length === 0) {
    tellOwnWays(context, provider)
    return stopBefore(context, fail('portal-no-recovery', 'never', { provider: provider.id }).problem)
  }
  const chosen = await chooseRecovery(context, provider)
  if (!chosen.ok) return stopBefore(context, chosen.problem)
  const recovery = chosen.value
  const ready = await readyToKeep(context, recovery)
  if (!ready.ok) return stopBefore(context, ready.problem)
  const login = await askLogin(context, provider, recovery)
  if (!login.ok) return stopBefore(context, login.problem)
  const played = await request(context, args, wish.value, recovery)
  if (!played.completed) return stopAtRequest(context, recovery, played)
  const { from, to } = recovery.waitMinutes
  output.say(sayCli(recovery.link ? 'linkComes' : 'answerComes', output.lang, { from, to }))
  if (recovery.link && login.value !== null) return reset(context, args, wish.value, recovery, recovery.link, login.value)
  output.line({ type: 'result', outcome: 'done', run: null, recovery: recovery.id, mailboxes: [], logins: [], problems: [] })
  return exitCodes.done
}
