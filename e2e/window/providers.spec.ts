import { expect, it } from 'vitest'
import { providers } from '../../shared/provider/index.ts'
import { runOutcomeWords } from '../../shared/words/outcomes.ts'
import { atPractice, sayYesToTheEnd } from './at-practice.ts'
import { byMouse } from './hands.ts'
import { begin, decide, takePracticePaper } from './walk.ts'

// The whole road in the window for every provider whose member site can be played, each on its own paper and its own practice site,
// with whatever is chosen from the start. Every fault on these roads is met in e2e/journey.
const wanted = providers.filter((provider) => !provider.practice && provider.changes.length > 0)

it('there are some', () => expect(wanted.length).toBeGreaterThan(3))

it.each(wanted.map(({ id }) => id))('%s: from the paper to the proof', (provider) =>
  atPractice(
    async ({ page }, world) => {
      const hands = byMouse(page, 'ja')
      const before = world.practice.events().length
      await takePracticePaper(hands)
      await decide(hands)
      await begin(hands)
      const asked = await sayYesToTheEnd(hands)
      const title = await page.getByRole('heading', { level: 1 }).innerText()
      const events = world.practice.events().slice(before)
      const decoys = events.filter((event) => event.what === 'control' && event.decoy)
      expect([title, decoys], asked.join('\n')).toEqual([runOutcomeWords.done.ja.headline, []])
      expect(events.some(({ what }) => what === 'password-changed')).toBe(true)
    },
    { provider },
  ),
)
