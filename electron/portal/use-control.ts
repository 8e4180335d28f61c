import { setTimeout as pause } from 'node:timers/promises'
import type { ElementHandle } from 'playwright-core'
import { ok, type Result } from '../../shared/base/result.ts'
import { bareWords, bestFit } from '../../shared/portal/fold-words.ts'
import { forbiddenIn } from '../../shared/portal/forbidden-words.ts'
import { readableOn } from '../../shared/portal/plain-page.ts'
import type { SeenControl } from '../../shared/portal/page-view.ts'
import { headingsOf, pageControls, recognisePage } from '../../shared/portal/recognise-page.ts'
import { holdsSecret } from '../../shared/portal/find-secrets.ts'
import { offerChoices, type Choice } from '../../shared/portal/offer-choices.ts'
import { orNull, type Look } from './look-at-page.ts'
import { actCause } from './portal-problems.ts'
import { clean, lookAt, visitProblem, type Visit } from './visit.ts'

/** A control of the standing page, found anew, with its element. */
export interface Reached {
  readonly name: string
  readonly seen: SeenControl
  readonly element: ElementHandle
  readonly look: Look
}

const stop = (visit: Visit, facts: Record<string, string>) => ({
  ok: false as const,
  problem: visitProblem(visit, 'portal-changed', 'after-person', facts),
})

/** Words on the control that name something no recipe may touch, though the recipe's own words are there too. */
function foreignWord(visit: Visit, name: string, seen: SeenControl): string | null {
  const { words } = visit.recipe.fence[name]!
  const labels = seen.labels
    .filter((label) => label.place === 'own' && bestFit(words, label.text) >= 2)
    .map((label) => label.text)
  const neighbours = visit.recipe.neighbours.map(bareWords)
  return (
    labels
      .map((label) => forbiddenIn(label) ?? neighbours.find((words) => bareWords(label) === words) ?? null)
      .find((word) => word !== null) ?? null
  )
}

/**
 * Finds a control of the page that stands: the page must still be the expected one, the control must be the only one that fits, and
 * usable (waited for a few seconds: scripts switch buttons on). Controls are looked for together with the page's others. `wake`: a field
 * that cannot be typed into is entered once, as a person would (some are read-only until then, to keep browsers from filling them).
 */
export async function reachControl(visit: Visit, name: string, wake = false): Promise<Result<Reached>> {
  let woken = !wake
  const until = Date.now() + visit.limits.act
  for (;;) {
    const look = await lookAt(visit, visit.window)
    const page = visit.standing
    const met = look && page !== null ? recognisePage(visit.recipe, page, visit.order.values, look.view) : null
    const found = look && page !== null ? pageControls(visit.recipe, page, visit.order.values, look.view) : null
    const seen = found?.found.get(name)
    const late = Date.now() > until
    if (look && met?.recognised && seen?.usable) {
      const foreign = foreignWord(visit, name, seen)
      if (foreign !== null) return stop(visit, { control: visit.recipe.fence[name]!.words[0]!, forbidden: foreign })
      const element = await look.element(seen)
      if (element) return ok({ name, seen, element, look })
    }
    if (look && met?.recognised && seen && !seen.usable && !woken) {
      woken = true
      await orNull((await look.element(seen))?.click({ timeout: 1_000 }) ?? Promise.resolve())
    }
    if (late) {
      const facts = {
        control: visit.recipe.fence[name]!.words[0]!,
        found: look ? clean(visit, headingsOf(look.view).join(' / ')) : '',
      }
      if (met && met.ambiguous.length > 0)
        return { ok: false, problem: visitProblem(visit, 'portal-ambiguous', 'after-person', facts) }
      return stop(visit, {
        ...facts,
        missing: met?.missing.join('; ') ?? '',
        cause: seen && !seen.usable ? 'disabled' : 'not-found',
      })
    }
    await pause(150)
  }
}

interface Posted {
  readonly form?: { getAttribute(name: string): string | null; readonly ownerDocument: { readonly baseURI: string } } | null
}

/** Where a field's text would travel: its own frame's address and those around it, and what its form is sent to. */
async function waysOf(element: ElementHandle): Promise<readonly string[]> {
  const frames: string[] = []
  for (let frame = await element.ownerFrame(); frame; frame = frame.parentFrame()) frames.push(frame.url())
  // `form.action` would be a field of that name, where the form has one.
  const action = await element.evaluate(({ form }: Posted) => {
    const [to, from] = form ? [form.getAttribute('action') ?? '', form.ownerDocument.baseURI] : ['', '']
    return URL.canParse(to, from) ? new URL(to, from).href : to
  })
  return [...frames, action]
}

/**
 * Types into a field and makes sure it holds exactly that: a field that cuts or changes the text stops the visit. A `secret` is not typed into a
 * page that would send it unencrypted.
 */
export async function fillControl(visit: Visit, name: string, text: string, secret: boolean): Promise<Result<void>> {
  const reached = await reachControl(visit, name, true)
  if (!reached.ok) return reached
  visit.used.add(name)
  const { element } = reached.value
  const control = visit.recipe.fence[name]!.words[0]!
  try {
    const origin = secret ? readableOn(await waysOf(element), visit.order.namedOrigin ?? null) : null
    if (origin !== null) return { ok: false, problem: visitProblem(visit, 'portal-not-encrypted', 'after-person', { origin }) }
    const most = await element.evaluate((field: { maxLength?: number }) => field.maxLength ?? -1)
    if (most >= 0 && text.length > most)
      return {
        ok: false,
        problem: visitProblem(visit, 'portal-rule-refused', 'after-person', { control, cause: 'field-too-short', most }),
      }
    await element.fill(text, { timeout: visit.limits.act })
    await element.dispatchEvent('keyup').catch(() => {})
    await element.dispatchEvent('blur').catch(() => {})
    if ((await element.inputValue()) !== text) return stop(visit, { control, cause: 'value-not-kept' })
  } catch (error) {
    return stop(visit, { control, cause: actCause(error) })
  }
  visit.typed.set(name, text)
  return ok()
}

/** Do all fields filled on this page still hold what was typed? Scripts may have changed them since. */
export async function typedStands(visit: Visit): Promise<Result<void>> {
  for (const [name, text] of visit.typed) {
    const reached = await reachControl(visit, name)
    if (!reached.ok) return reached
    const value = await orNull(reached.value.element.inputValue())
    if (value !== text) return stop(visit, { control: visit.recipe.fence[name]!.words[0]!, cause: 'value-not-kept' })
  }
  return ok()
}

type List = { options: ArrayLike<{ text: string; value: string; disabled: boolean }> }

interface Entry {
  readonly texts: readonly string[]
  readonly button: ElementHandle | null
}

/** The entries of a list, or the buttons of a group, each with the words a person sees beside it. */
async function entriesOf({ seen, element, look }: Reached): Promise<readonly Entry[]> {
  if (seen.kind === 'select') {
    const texts = await element.evaluate((list: List) => Array.from(list.options, (one) => (one.disabled ? '' : one.text)))
    return texts.map((text) => ({ texts: [text], button: null }))
  }
  const group = look.view.controls.filter((one) => one.kind === 'radio' && one.target === seen.target && one.frame === seen.frame)
  return Promise.all(
    group.map(async (one) => ({
      texts: one.labels.filter((label) => label.place !== 'group').map((label) => label.text),
      button: await look.element(one),
    })),
  )
}

/** What can be chosen here, in words that may be told. An entry without a value (選択してください) only says that one is to be chosen. */
export async function choicesOf(visit: Visit, name: string): Promise<Result<readonly Choice[]>> {
  const reached = await reachControl(visit, name)
  if (!reached.ok) return reached
  const { seen, element } = reached.value
  const control = visit.recipe.fence[name]!.words[0]!
  try {
    const texts =
      seen.kind === 'select'
        ? await element.evaluate((list: List) =>
            Array.from(list.options, (one) => (one.disabled || one.value === '' ? '' : one.text)),
          )
        : (await entriesOf(reached.value)).map((entry) => entry.texts[0] ?? '')
    const given = new Set([...visit.order.known, ...Object.values(visit.order.secrets)])
    const answers = visit.secrets.filter((secret) => !given.has(secret))
    const choices = offerChoices(texts, [...given], answers)
    return choices.length > 0 ? ok(choices) : stop(visit, { control, cause: 'not-found' })
  } catch (error) {
    return stop(visit, { control, cause: actCause(error) })
  }
}

/** Chooses by the words a person sees: an entry of a list, or one button of a group. Exactly one must fit. */
export const chooseIn = (visit: Visit, name: string, words: string): Promise<Result<void>> =>
  chooseBy(visit, name, words, (entries) =>
    onlyOne(entries.map(({ texts }) => Math.max(0, ...texts.map((text) => fitOfEntry(words, text))))),
  )

/** Chooses what the person picked of those offered: the entry at that place, if it still says the same. */
export const chooseOffered = (visit: Visit, name: string, { at, text, shown }: Choice): Promise<Result<void>> =>
  chooseBy(visit, name, shown, (entries) => (entries[at]?.texts[0] === text ? at : null))

async function chooseBy(
  visit: Visit,
  name: string,
  words: string,
  pick: (entries: readonly Entry[]) => number | null,
): Promise<Result<void>> {
  const reached = await reachControl(visit, name)
  if (!reached.ok) return reached
  visit.used.add(name)
  const { seen, element } = reached.value
  const control = visit.recipe.fence[name]!.words[0]!
  try {
    const entries = await entriesOf(reached.value)
    const index = pick(entries)
    if (index === null) return stop(visit, { control, missing: clean(visit, words, 80) })
    if (seen.kind === 'select') {
      await element.selectOption({ index }, { timeout: visit.limits.act })
      return ok()
    }
    const { button } = entries[index]!
    return button ? await setBox(visit, control, button, true) : stop(visit, { control, missing: clean(visit, words, 80) })
  } catch (error) {
    return stop(visit, { control, cause: actCause(error) })
  }
}

/** How well an entry says the words; one that goes on behind a blank (`個人名 ご契約者名`) counts, too, unless it speaks of what must not be chosen. */
function fitOfEntry(words: string, text: string): number {
  const goesOn = text.normalize('NFKC').startsWith(`${words.normalize('NFKC')} `)
  return Math.max(bestFit([words], text), goesOn && forbiddenIn(text) === null && !/[円¥]/.test(text) ? 2 : 0)
}

/** The place of the one best fit that leaves no doubt; null when there is none or more than one. */
function onlyOne(fits: readonly number[]): number | null {
  const top = Math.max(0, ...fits)
  return top >= 2 && fits.filter((fit) => fit === top).length === 1 ? fits.indexOf(top) : null
}

type Box = { checked: boolean; labels: ArrayLike<{ click(): void }> | null; click(): void }

async function setBox(visit: Visit, control: string, box: ElementHandle, on: boolean): Promise<Result<void>> {
  const stands = () => box.evaluate((one: Box) => one.checked)
  if ((await stands()) !== on && (await box.isVisible())) await box.click({ timeout: visit.limits.act })
  // A drawn box hides the real one: its words are what a person presses.
  else if ((await stands()) !== on) await box.evaluate((one: Box) => (one.labels?.[0] ?? one).click())
  return (await stands()) === on ? ok() : stop(visit, { control, cause: 'value-not-kept' })
}

/** Ticks or clears a box and makes sure it stands so. */
export async function tickControl(visit: Visit, name: string, on: boolean): Promise<Result<void>> {
  const reached = await reachControl(visit, name)
  if (!reached.ok) return reached
  visit.used.add(name)
  const control = visit.recipe.fence[name]!.words[0]!
  try {
    return await setBox(visit, control, reached.value.element, on)
  } catch (error) {
    return stop(visit, { control, cause: actCause(error) })
  }
}

/** Presses once, with the mouse, where a person would. `trial`: only finds out whether it could be pressed. */
export async function pressElement(visit: Visit, reached: Reached, trial: boolean): Promise<Result<void>> {
  const control = visit.recipe.fence[reached.name]!.words[0]!
  try {
    const area = await reached.element.evaluate((one: { tagName: string }) => one.tagName === 'AREA')
    if (!area) await reached.element.click({ timeout: visit.limits.act, noWaitAfter: true, trial })
    else if (!trial) await reached.element.evaluate((one: Box) => one.click())
    return ok()
  } catch (error) {
    return stop(visit, { control, cause: actCause(error) })
  }
}

/** May this value be told as a fact? */
export const tellable = (visit: Visit, text: string): string =>
  holdsSecret(text, visit.secrets) ? '‹•••›' : clean(visit, text, 200)
