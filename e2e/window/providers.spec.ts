import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makePassword } from '../../shared/mail/make-password.ts'
import { providers } from '../../shared/provider/index.ts'
import { runOutcomeWords } from '../../shared/words/outcomes.ts'
import { candidateWords } from '../../shared/words/window/say-choice.ts'
import { doneWords } from '../../shared/words/window/done.ts'
import { sheetsWords } from '../../shared/words/window/sheets.ts'
import { registerSecret } from '../canary/register.ts'
import type { World } from '../journey/journey.ts'
import type { Road } from '../journey/road.ts'
import { signInAsStored } from '../journey/sign-in-as-stored.ts'
import { sayYesToTheEnd } from './at-practice.ts'
import type { Hands } from './hands.ts'
import { oneWindow, type OneWindow } from './one-window.ts'
import { begin, decide, takePracticePaper } from './walk.ts'

// The whole road in the window for every provider whose member site can be played, each on its own paper and its own practice site. Every
// fault on these roads is met in e2e/journey; here stands what a person sees when all goes well.
const wanted = providers.filter((provider) => !provider.practice && provider.changes.length > 0).map(({ id }) => id)

/** The first road of each, as the command line walks it: whose password, which mailbox. */
async function roadOf(id: string): Promise<Road> {
  const file: { readonly roads: readonly Road[] } = await import(`../journey/roads/${id}.ts`)
  return file.roads[0]!
}

let window: OneWindow
beforeAll(async () => {
  window = await oneWindow()
})
afterAll(() => window.close())

const fullWidth = (text: string): string =>
  Array.from(text, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).join('')

/** The paper was written by somebody who types everything full-width: a password that cannot be, so it is asked about. */
function makeDoubtful({ stage, practice }: World, user: string): void {
  const password = practice.currentPasswordOf(user).reveal()
  registerSecret(`the password of ${user}, full-width`, fullWidth(password))
  const text = readFileSync(stage.sheetFile, 'utf8')
  expect(text.split(password)).toHaveLength(2)
  writeFileSync(stage.sheetFile, text.replace(password, fullWidth(password)))
}

async function settle(hands: Hands): Promise<void> {
  await hands.reach(sheetsWords.doubtLast)
  await hands.pick(candidateWords['half-width'])
  await hands.press(sheetsWords.doubtSettle)
  await hands.page.getByText(sheetsWords.settledAll[hands.lang]).last().waitFor()
}

it('there are five', () => expect(wanted).toHaveLength(5))

describe.each(wanted.map((id, at) => ({ id, own: at % 2 === 0 })))('$id', ({ id, own }) => {
  it(`from the paper, by a doubt, to the proof; a password ${own ? 'of one’s own' : 'that was made'}`, async () => {
    const { user, address, change } = await roadOf(id)
    await window.play({ provider: id }, async (world) => {
      const { hands } = window
      let chosen = own ? makePassword(change.rule, crypto.getRandomValues(new Uint8Array(4_096)))!.reveal() : null
      if (chosen) registerSecret('a password of one’s own', chosen)
      makeDoubtful(world, user)
      const before = world.practice.events().length
      await takePracticePaper(hands)
      await settle(hands)
      const shown = (made: string): void => {
        registerSecret('a password that was made and shown', made)
        chosen = made
      }
      await decide(hands, undefined, {
        ...(address === null ? {} : { only: address }),
        ...(chosen ? { own: chosen } : { shown }),
      })
      // It was typed or shown on the screen before; with that screen it is gone.
      const page = await hands.page.evaluate(() => [
        document.documentElement.outerHTML,
        ...[...document.querySelectorAll('input')].map(({ value }) => value),
      ])
      expect(page.some((text) => text.includes(chosen!))).toBe(false)
      await begin(hands)
      const asked = await sayYesToTheEnd(hands)
      const title = await hands.page.getByRole('heading', { level: 1 }).innerText()
      const events = world.practice.events().slice(before)
      expect(title, asked.join('\n')).toBe(runOutcomeWords.done.ja.headline)
      await hands.reach(doneWords.lines)
      expect(events.flatMap((event) => (event.what === 'password-changed' ? [event.user] : []))).toEqual([user])
      expect(events.filter((event) => event.what === 'control' && event.decoy)).toEqual([])
      expect(world.practice.currentPasswordOf(user).reveal() === chosen).toBe(true)
      if (address !== null) expect(new Set(await signInAsStored(world, address))).toEqual(new Set(['pop3: ok', 'smtp: ok']))
    })
  })
})
