import type { Facts, Problem } from '../../shared/base/problem.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { Secret } from '../../shared/base/secret.ts'
import { fitOf } from '../../shared/portal/fold-words.ts'
import { readValue } from '../../shared/portal/read-value.ts'
import type { Line, Source } from '../../shared/portal/recipe.ts'
import { expectPage } from './expect-page.ts'
import { chooseIn, fillControl, pressElement, reachControl, tellable, tickControl, typedStands } from './use-control.ts'
import { lookAt, notePage, visitProblem, windowsOf, type Visit } from './visit.ts'

type Pressing = Extract<Line, { do: 'press' | 'sign-in' | 'commit' }>

const bad = (problem: Problem) => ({ ok: false as const, problem })
const cancelled = (visit: Visit) => bad(visitProblem(visit, 'cancelled', 'after-person'))

/** A source's text. A name the order does not carry is a mistake of whoever started the visit. */
function textOf(visit: Visit, from: Source): string {
  if ('text' in from) return from.text
  if ('empty' in from) return ''
  const text = 'value' in from ? visit.order.values[from.value] : visit.order.secrets[from.secret]?.reveal()
  if (text === undefined) throw new Error(`the order has no ${JSON.stringify(from)} for recipe ${visit.recipe.id}`)
  return text
}

async function agreed(visit: Visit, line: Pressing): Promise<Result<void>> {
  if (!visit.order.attended && !visit.recipe.inferred) return ok()
  const facts: Facts = {
    act: line.do,
    control: visit.recipe.fence[line.control]!.words[0]!,
    page: visit.pages.at(-1)?.heading ?? '',
    picture: visit.pages.at(-1)?.picture ?? null,
    fields: [...visit.typed.keys()].map((name) => visit.recipe.fence[name]!.words[0]).join(', '),
    irreversible: line.do === 'commit',
  }
  const answer = await visit.order.ask({ name: 'confirm-step', kind: 'yes-no', facts })
  return answer === true ? ok() : bad(visitProblem(visit, 'step-declined', 'after-person', { control: facts.control! }))
}

/** Presses a link, menu or button; the sign-in and the commit with all that has to stand before them. */
async function press(visit: Visit, line: Pressing): Promise<Result<void>> {
  if (line.do !== 'press') {
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
  visit.standing = null
  visit.traffic.forget()
  if (visit.order.stop.aborted) return cancelled(visit)
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

async function ask(visit: Visit, line: Extract<Line, { do: 'ask' }>): Promise<Result<void>> {
  const answer = await visit.order.ask({ name: line.question, kind: 'text', facts: { page: visit.pages.at(-1)?.heading ?? '' } })
  if (typeof answer !== 'string' || answer.trim() === '')
    return fail('question-unanswered', 'after-person', { question: line.question, line: visit.line })
  visit.secrets.push(new Secret(answer.trim()))
  return fillControl(visit, line.control, answer.trim())
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
  return bad(
    visitProblem(visit, 'portal-refused', 'after-person', { [line.name]: tellable(visit, value), expected: line.mustBe[0]! }),
  )
}

/** Waits for the page, going through the pages that may come first. Answers the name of the page that stands. */
async function expect(visit: Visit, line: Extract<Line, { do: 'expect' }>): Promise<Result<string>> {
  const open = new Map((line.detours ?? []).map((detour) => [detour.page, detour]))
  for (;;) {
    const stood = await expectPage(visit, [line.page, ...(line.ahead ?? []), ...open.keys()])
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
    visit.stage = 'before'
    visit.signedIn = true
    visit.gate.unguard()
  }
  return ok(visit.standing!)
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
        : line.do === 'read'
          ? line.name
          : ''
  visit.order.report(what === '' ? line.do : `${line.do} ${what}`, visit.line)
  switch (line.do) {
    case 'open':
      return nothing(await open(visit))
    case 'expect':
      return expect(visit, line)
    case 'fill':
      return nothing(await fillControl(visit, line.control, textOf(visit, line.from)))
    case 'choose':
      return nothing(await chooseIn(visit, line.control, textOf(visit, line.from)))
    case 'tick':
      return nothing(await tickControl(visit, line.control, line.on))
    case 'ask':
      return nothing(await ask(visit, line))
    case 'read':
      return nothing(await read(visit, line))
    default:
      return nothing(await press(visit, line))
  }
}
