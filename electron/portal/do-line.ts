import path from 'node:path'
import type { Facts, Problem } from '../../shared/base/problem.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { Secret } from '../../shared/base/secret.ts'
import { compareShown } from '../../shared/portal/compare-shown.ts'
import { fitOf } from '../../shared/portal/fold-words.ts'
import { readFault } from '../../shared/portal/read-fault.ts'
import { readValue } from '../../shared/portal/read-value.ts'
import type { Line, Source } from '../../shared/portal/recipe.ts'
import { otherDomains } from '../../shared/portal/shown-otherwise.ts'
import { againOf, expectPage } from './expect-page.ts'
import {
  chooseIn,
  chooseOffered,
  choicesOf,
  fillControl,
  pressElement,
  reachControl,
  tellable,
  tickControl,
  typedStands,
} from './use-control.ts'
import { clean, lookAt, notePage, visitProblem, windowsOf, type Visit } from './visit.ts'

type Pressing = Extract<Line, { do: 'press' | 'sign-in' | 'commit' }>

const bad = (problem: Problem) => ({ ok: false as const, problem })
const cancelled = (visit: Visit) => bad(visitProblem(visit, 'cancelled', 'after-person'))

/** Before or after the first @; the whole where it has none and the front is asked for. */
function partOf(text: string, part: 'before-at' | 'after-at' | undefined): string {
  if (part === undefined) return text
  const at = text.indexOf('@')
  if (part === 'after-at') return at < 0 ? '' : text.slice(at + 1)
  return at < 0 ? text : text.slice(0, at)
}

/** A source's text. A name the order does not carry is a mistake of whoever started the visit. */
function textOf(visit: Visit, from: Source): string {
  if ('text' in from) return from.text
  if ('empty' in from) return ''
  const text = 'value' in from ? visit.order.values[from.value] : visit.order.secrets[from.secret]?.reveal()
  if (text === undefined) throw new Error(`the order has no ${JSON.stringify(from)} for recipe ${visit.recipe.id}`)
  return 'value' in from ? partOf(text, from.part) : text
}

/**
 * Asks before a press where the person goes along: once for each press, with the page it is on, what was filled in, chosen or ticked on that
 * page since the last one (by the fields' names, never their values), and where the page can be seen: in the browser's own window, and as a
 * picture taken after all that, by its full path. Filling alone sends nothing, so nobody is asked before it.
 */
async function agreed(visit: Visit, line: Pressing): Promise<Result<void>> {
  if (!visit.order.attended && !visit.recipe.inferred) return ok()
  const { evidenceFolder, browser } = visit.order
  const page = visit.pages.at(-1)
  const wordsOf = (name: string): string => visit.recipe.fence[name]!.words[0]!
  const facts: Facts = {
    act: line.do,
    control: wordsOf(line.control),
    page: page?.heading ?? '',
    picture: page?.picture && evidenceFolder ? path.join(evidenceFolder, page.picture) : null,
    window: browser.headed,
    fields: [...visit.used].map(wordsOf).join(', '),
    irreversible: line.do === 'commit',
  }
  const answer = await visit.order.ask({ name: 'confirm-step', kind: 'yes-no', facts })
  return answer === true ? ok() : bad(visitProblem(visit, 'step-declined', 'after-person', { control: facts.control! }))
}

/** Presses a link, menu or button; the sign-in and the commit with all that has to stand before them. */
async function press(visit: Visit, line: Pressing): Promise<Result<void>> {
  // What is agreed to is the page as it stands now, with all that was filled in.
  if (line.do !== 'press' || (visit.used.size > 0 && (visit.order.attended || visit.recipe.inferred))) {
    const look = await lookAt(visit, visit.window)
    if (look) await notePage(visit, line.do, look)
  }
  const yes = await agreed(visit, line)
  if (!yes.ok) return yes
  const first = await reachControl(visit, line.control)
  if (!first.ok) return first
  const could = await pressElement(visit, first.value, true)
  if (!could.ok) return could
  const before =
    line.do === 'commit' ? await visit.order.beforeCommit() : line.do === 'sign-in' ? await visit.order.beforeSignIn() : ok()
  if (!before.ok) return before
  // While that was written down the page may have moved: everything is looked at once more.
  const stands = await typedStands(visit)
  if (!stands.ok) return stands
  const reached = await reachControl(visit, line.control)
  if (!reached.ok) return reached
  visit.said = []
  visit.agree = line.dialog === 'accept'
  visit.left = visit.standing === null ? null : { window: visit.window, page: visit.standing }
  visit.standing = null
  visit.traffic.forget()
  if (visit.order.stop.aborted) return cancelled(visit)
  const handsIn = [...visit.typed.keys()].some((name) => visit.recipe.fence[name]!.as === 'password')
  // A second factor on the way is still part of the sign-in.
  if (line.do === 'press' && visit.stage !== 'sign-in') visit.stage = handsIn ? 'sent' : 'before'
  if (line.do === 'sign-in') {
    visit.stage = 'sign-in'
    visit.gate.guard()
  }
  if (line.do === 'commit') {
    visit.stage = 'commit'
    visit.gate.arm()
    visit.commit = 'sent'
  }
  return pressElement(visit, reached.value, false)
}

const unanswered = (visit: Visit, line: Extract<Line, { do: 'ask' }>) =>
  fail('question-unanswered', 'after-person', { question: line.question, line: visit.line })

async function ask(visit: Visit, line: Extract<Line, { do: 'ask' }>): Promise<Result<void>> {
  const control = visit.recipe.fence[line.control]!
  const facts = { page: visit.pages.at(-1)?.heading ?? '', control: control.words[0]! }
  if (control.as === 'choice') {
    const choices = await choicesOf(visit, line.control)
    if (!choices.ok) return choices
    const offered = choices.value.map(({ shown }) => shown)
    const answer = await visit.order.ask({ name: line.question, kind: 'choice', facts, choices: offered })
    const chosen = choices.value.find(({ shown }) => shown === answer)
    return chosen ? chooseOffered(visit, line.control, chosen) : unanswered(visit, line)
  }
  const answer = await visit.order.ask({ name: line.question, kind: 'text', facts })
  if (typeof answer !== 'string' || answer.trim() === '') return unanswered(visit, line)
  visit.secrets.push(new Secret(answer.trim()))
  return fillControl(visit, line.control, answer.trim(), true)
}

async function read(visit: Visit, line: Extract<Line, { do: 'read' }>): Promise<Result<void>> {
  const look = await lookAt(visit, visit.window)
  const value = look && readValue(look.view, line.words)
  if (value === null) {
    if (line.optional) return ok()
    return bad(
      visitProblem(visit, visit.commit === 'sent' ? 'portal-outcome-unknown' : 'portal-changed', 'after-person', {
        missing: line.words[0]!,
      }),
    )
  }
  visit.read[line.name] = tellable(visit, value)
  if (!line.mustBe || line.mustBe.some((words) => fitOf(words, value) === 3)) return ok()
  const facts = { [line.name]: tellable(visit, value), expected: line.mustBe[0]! }
  // 「異常（1日1回のみ変更が可能です）」: the value itself may say why.
  const alone = { ...look!.view, titles: [], said: [], blocks: [{ frame: 0, text: value, lines: [value], heading: false }] }
  const told = readFault(visit.recipe, alone, visit.stage)
  return bad(
    told
      ? visitProblem(visit, told.code, againOf[told.code], { ...facts, said: clean(visit, told.sentence) })
      : visitProblem(visit, 'portal-refused', 'after-person', facts),
  )
}

/** Compares what the site shows with what we hold. Before the commit a difference may end the visit; after it, it is only told. */
async function check(visit: Visit, line: Extract<Line, { do: 'check' }>): Promise<Result<void>> {
  const { is } = line
  const wanted = 'unchanged' in is ? '' : textOf(visit, 'secret' in is ? { secret: is.secret } : is)
  const look = await lookAt(visit, visit.window)
  const different = look ? compareShown(line, wanted, look.view) : { expected: line.words[0]!, found: '' }
  if (different === null) return ok()
  const found = tellable(visit, different.found)
  if (line.otherwise === 'report' || visit.commit === 'sent') {
    visit.differences.push({
      name: line.name,
      page: visit.pages.at(-1)?.heading ?? '',
      expected: tellable(visit, different.expected),
      found,
    })
    return ok()
  }
  const code = 'value' in is && otherDomains(wanted, different.found).length > 0 ? 'portal-differs' : 'portal-changed'
  return bad(
    visitProblem(visit, code, 'after-person', {
      control: line.words[0]!,
      expected: tellable(visit, different.expected),
      found,
    }),
  )
}

/** A box that is ticked only if the person wishes it. */
async function tick(visit: Visit, line: Extract<Line, { do: 'tick' }>): Promise<Result<void>> {
  if (line.ask !== undefined) {
    const facts = { control: visit.recipe.fence[line.control]!.words[0]!, page: visit.pages.at(-1)?.heading ?? '' }
    if ((await visit.order.ask({ name: line.ask, kind: 'yes-no', facts })) !== true) return ok()
  }
  return tickControl(visit, line.control, line.on)
}

/** Waits for the page, going through the pages that may come first. Answers where the lines go on: at this line's page, or at one ahead. */
async function expect(visit: Visit, line: Extract<Line, { do: 'expect' }>): Promise<Result<string>> {
  const open = new Map((line.detours ?? []).map((detour) => [detour.page, detour]))
  for (;;) {
    const stood = await expectPage(visit, [line.page, ...(line.or ?? []), ...(line.ahead ?? []), ...open.keys()])
    if (!stood.ok) return stood
    const detour = open.get(stood.value)
    if (!detour) break
    open.delete(stood.value)
    for (const inner of detour.lines) {
      const done = await doLine(visit, inner)
      if (!done.ok) return done
    }
  }
  if (visit.stage === 'sign-in') {
    visit.signedIn = true
    visit.gate.unguard()
  }
  if (visit.stage !== 'commit') visit.stage = 'before'
  return ok(line.or?.includes(visit.standing!) ? line.page : visit.standing!)
}

async function open(visit: Visit): Promise<Result<void>> {
  const [kept, ...others] = windowsOf(visit)
  for (const page of others) await page.close().catch(() => {})
  visit.window = kept ?? (await visit.context.newPage())
  visit.traffic.forget()
  // How it went is for the expect to tell: here only the asking counts.
  await visit.window.goto(visit.order.startUrl, { waitUntil: 'commit', timeout: visit.limits.page }).catch(() => {})
  return ok()
}

const nothing = (done: Result<void>): Result<null> => (done.ok ? ok(null) : done)

/** Does one line of the recipe. Answers the page that stands after an expect, else null. */
export async function doLine(visit: Visit, line: Line): Promise<Result<string | null>> {
  if (visit.order.stop.aborted) return cancelled(visit)
  const what =
    'control' in line
      ? (visit.order.recipe.fence[line.control]?.words[0] ?? line.control)
      : line.do === 'expect'
        ? line.page
        : line.do === 'read' || line.do === 'check'
          ? line.name
          : ''
  visit.order.report(what === '' ? line.do : `${line.do} ${what}`, visit.line)
  switch (line.do) {
    case 'open':
      return nothing(await open(visit))
    case 'expect':
      return expect(visit, line)
    case 'fill':
      return nothing(await fillControl(visit, line.control, textOf(visit, line.from), 'secret' in line.from))
    case 'choose':
      return nothing(await chooseIn(visit, line.control, textOf(visit, line.from)))
    case 'tick':
      return nothing(await tick(visit, line))
    case 'ask':
      return nothing(await ask(visit, line))
    case 'read':
      return nothing(await read(visit, line))
    case 'check':
      return nothing(await check(visit, line))
    default:
      return nothing(await press(visit, line))
  }
}
