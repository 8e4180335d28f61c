import type { Problem, ProblemCode } from '../../shared/base/problem.ts'
import { lostWays } from '../../shared/provider/lost-ways.ts'
import { sayCli } from '../../shared/words/cli.ts'
import type { CommandContext } from './command-context.ts'
import { exitCodes, exitOfProblem } from './exit-codes.ts'
import { noRunLine } from './result-line.ts'
import { stopBefore } from './stop-before.ts'
import { tellHeld } from './tell-held.ts'
import { tellBefore } from './tell-problem.ts'

/** Problems of a paper: what is lost can be had again from the provider. */
const ofPaper: readonly ProblemCode[] = [
  'sheet-empty',
  'sheet-not-recognised',
  'sheet-incomplete',
  'sheet-doubtful',
  'file-missing',
  'file-unreadable',
]

const split = (names: unknown): readonly string[] => (typeof names === 'string' ? names.split(/[\s,]+/) : [])

/** A field without the place of its mailbox or sign-in in the list: a sign-in's own are told apart from a mailbox's. */
function fieldOf(name: string): string {
  const field = name.replace(/^.*\./, '')
  if (!name.startsWith('signIns[')) return field
  return field === 'password' ? 'portalPassword' : 'portalUser'
}

/** The names of what is missing or doubtful. */
const missingOf = ({ facts }: Problem): readonly string[] => [...split(facts['missing']), ...split(facts['field'])].map(fieldOf)

/**
 * Says a problem that stopped things before a run existed. Where it is a paper's, and its provider is known, the provider's own way back is
 * told with it, and whom to call.
 */
export function stopForPaper(context: CommandContext, problem: Problem): number {
  const { app, output } = context
  if (problem.code === 'sheet-not-recognised') tellHeld(context, [null])
  const id = problem.facts['provider']
  const provider = ofPaper.includes(problem.code) && typeof id === 'string' ? app.findProvider(id) : null
  if (!provider) return stopBefore(context, problem)
  const { lang } = output
  const lost = lostWays(provider, missingOf(problem)).map(({ what, realm, text, url, help }) => ({
    what,
    realm,
    text: text[lang],
    url,
    help: (help.length > 0 ? help : provider.help).map(({ name, phone, hours }) => ({
      name: name[lang],
      phone,
      hours: hours[lang],
    })),
  }))
  tellBefore(output, problem)
  for (const way of lost) {
    output.say(sayCli('lost', lang, { text: way.text, url: way.url }))
    for (const line of way.help) output.say(`  ${sayCli('help', lang, line)}`)
  }
  output.line({ ...noRunLine(problem, lang), lost })
  return context.stop.aborted ? exitCodes.interrupted : exitOfProblem(problem.code)
}
