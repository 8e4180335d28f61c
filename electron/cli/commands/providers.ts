import { ok, type Result } from '../../../shared/base/result.ts'
import type { Edition } from '../../../shared/pack/catalogue.ts'
import { guardFacts } from '../../../shared/pack/dropped-guards.ts'
import { readFingerprint } from '../../../shared/pack/fingerprint.ts'
import type { Provider } from '../../../shared/provider/provider.ts'
import { sayCli } from '../../../shared/words/cli.ts'
import { sayPack } from '../../../shared/words/packs.ts'
import { sayProvider } from '../../../shared/words/say-provider.ts'
import type { CommandContext } from '../command-context.ts'
import { type Arguments, badUsage, type Options } from '../arguments.ts'
import { exitCodes } from '../exit-codes.ts'
import { unknownProvider } from '../../road/unknown-provider.ts'
import { problemLine } from '../result-line.ts'
import { stopBefore } from '../stop-before.ts'
import { tellProblem } from '../tell-problem.ts'

function tellEditions({ app, output }: CommandContext, id: string): void {
  const { lang } = output
  const [used, ...others] = app.catalogue().editions(id)
  const tell = ({ edition, origin }: Edition): void => {
    if (origin.from === 'program') output.say(sayPack('editionOfProgram', lang, { edition }))
    else output.say(sayPack('editionOfPack', lang, { edition, at: origin.addedAt, signer: origin.signer }))
  }
  if (used) tell(used)
  for (const { edition, origin } of others) if (origin.from === 'pack') output.say(sayPack('idle', lang, { edition }))
}

/** One in the list in a few lines; the one that was asked for with all that is known of it. */
function tellProvider(context: CommandContext, provider: Provider, whole: boolean): void {
  const { output } = context
  output.say(`${provider.id}  ${provider.name[output.lang]}`)
  tellEditions(context, provider.id)
  if (whole) return sayProvider(provider, output.lang).forEach(output.say)
  output.say(`  ${provider.source.manual}（${provider.source.confirmed}）`)
  for (const help of provider.help.slice(0, 3)) {
    const facts = { name: help.name[output.lang], phone: help.phone, hours: help.hours[output.lang] }
    output.say(`  ${sayCli('help', output.lang, facts)}`)
  }
}

function providerLine({ app, output }: CommandContext, { layouts, changes, ...known }: Provider) {
  const [used, ...others] = app.catalogue().editions(known.id)
  const held = app.catalogue().held(known.id)
  return {
    ...known,
    origin: used?.origin ?? null,
    otherEditions: others.map(({ edition, origin }) => ({ edition, from: origin.from })),
    problem: held && problemLine(held, output.lang),
    sheets: layouts.map((layout) => layout.id),
    changes: changes.map(({ realm, signIn, title, startUrl, rule, recipe }) => ({
      realm,
      signIn,
      title,
      rule,
      startUrl,
      recipe: recipe.id,
      version: recipe.version,
      inferred: recipe.inferred,
    })),
  }
}

/** What is known of each provider, where it comes from, and what was added and cannot be used. */
function listProviders(context: CommandContext, options: Options): number {
  const { app, output } = context
  const only = options.text('provider')
  const listed = app.providers.filter((provider) => only === undefined || provider.id === only)
  const broken = app.catalogue().broken.filter(({ id }) => only === undefined || id === only)
  if (listed.length === 0 && broken.length === 0) return stopBefore(context, unknownProvider(app, only ?? null).problem)
  for (const provider of listed) tellProvider(context, provider, only !== undefined)
  for (const { problem } of broken) tellProblem(output, problem)
  const signers = only === undefined ? app.trustedSigners() : []
  for (const { signer, since } of signers) output.say(sayPack('trusts', output.lang, { signer, at: since }))
  const problems = broken.map(({ problem }) => problemLine(problem, output.lang))
  output.line({ type: 'result', providers: listed.map((provider) => providerLine(context, provider)), signers, problems })
  return exitCodes.done
}

async function addProvider(context: CommandContext, file: string, trust: string | null): Promise<number> {
  const { app, output } = context
  const { lang } = output
  const added = await app.addPack(file, trust)
  if (!added.ok) return stopBefore(context, added.problem)
  const { provider, signer, replaces, newlyTrusted, hosts, guards } = added.value
  const { id, edition, name } = provider
  output.say(sayPack('added', lang, { name: name[lang], edition, replaces }))
  if (newlyTrusted) output.say(sayPack('trusted', lang, { signer }))
  if (hosts.length > 0) output.say(sayPack('hosts', lang, { hosts: hosts.join(', ') }))
  if (guards.length > 0) output.say(sayPack('guards', lang, guardFacts(guards)))
  const line = { provider: id, edition, replaces, signer, newlyTrusted, hosts, guards }
  output.line({ type: 'result', outcome: 'done', ...line, problems: [] })
  return exitCodes.done
}

async function removeProvider(context: CommandContext, id: string): Promise<number> {
  const { app, output } = context
  const removed = await app.removePack(id)
  if (!removed.ok) return stopBefore(context, removed.problem)
  const { edition } = removed.value
  output.say(sayPack(edition === null ? 'removedAltogether' : 'removedToProgram', output.lang, { edition }))
  output.line({ type: 'result', outcome: 'done', provider: id, edition, problems: [] })
  return exitCodes.done
}

async function distrust(context: CommandContext, fingerprint: string): Promise<number> {
  const { app, output } = context
  const { lang } = output
  const done = await app.distrustSigner(fingerprint)
  if (!done.ok) return stopBefore(context, done.problem)
  const { signer, removed } = done.value
  output.say(sayPack('distrusted', lang, { signer }))
  for (const one of removed) output.say(sayPack('wentWith', lang, one))
  output.line({ type: 'result', outcome: 'done', signer, removed, problems: [] })
  return exitCodes.done
}

/** A signer's fingerprint behind one of these options; null where it is not given. */
function readSigner(options: Options, option: 'trust' | 'distrust'): Result<string | null> {
  const typed = options.text(option)
  if (typed === undefined) return ok(null)
  if (option === 'trust' && !options.has('add')) return badUsage('providers --trust', 'add-missing')
  const fingerprint = readFingerprint(typed)
  return fingerprint === null ? badUsage(`--${option}`, 'no-fingerprint') : ok(fingerprint)
}

/**
 * The providers known here; with `--add` takes a signed pack of a provider's data in, with `--remove` takes it away again, with `--distrust` all
 * of one signer's.
 */
export async function providersCommand(context: CommandContext, { options }: Arguments): Promise<number> {
  const trust = readSigner(options, 'trust')
  if (!trust.ok) return stopBefore(context, trust.problem)
  const signer = readSigner(options, 'distrust')
  if (!signer.ok) return stopBefore(context, signer.problem)
  if (signer.value !== null) return distrust(context, signer.value)
  const [add, remove] = [options.text('add'), options.text('remove')]
  if (add !== undefined) return addProvider(context, add, trust.value)
  return remove === undefined ? listProviders(context, options) : removeProvider(context, remove)
}
