import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { portalFaults, type FaultName } from '../../electron/practice/faults.ts'
import { problemCodes } from '../../shared/base/problem.ts'
import { providers } from '../../shared/provider/index.ts'
import type { Provider } from '../../shared/provider/provider.ts'
import type { RecipePlays } from '../portal/recipe-play.ts'
import type { Road, RoadRow } from './road.ts'
import { walkAlone, type Walked } from './walk-road.ts'

// Every provider's road with the command line's `run` (in this process: tell-here.ts) on its own practice site, once under every fault: outcome, exit code, what the person
// reads, state of vault and Thunderbird. The roads and what each fault must come to stand in `roads/<isp>.ts`.

// Mostly waiting for pages to settle and for mail servers that follow late; each walk has a world of its own.
vi.setConfig({ maxConcurrency: 2 })

const folder = path.join(import.meta.dirname, 'roads')
const wanted = providers.filter((provider) => !provider.practice && provider.changes.length > 0)

async function roadsOf(id: string): Promise<readonly Road[]> {
  if (!existsSync(path.join(folder, `${id}.ts`))) return []
  const file: { readonly roads: readonly Road[] } = await import(`./roads/${id}.ts`)
  return file.roads
}
async function notHereOf(id: string): Promise<RecipePlays['notHere']> {
  const file: { readonly plays: RecipePlays } = await import(`../portal/recipes/${id}.ts`)
  return file.plays.notHere
}

/** Faults that a road can meet behind the member site: at the servers that prove it, or where a change takes minutes. */
const laterFaults = (roads: readonly Road[]): readonly FaultName[] => [
  ...(roads.some(({ change }) => change.proof === 'mail') ? (['mail-refused', 'mail-temporary'] as const) : []),
  ...(roads.some(({ change }) => change.effectSeconds >= 60) ? (['portal-delayed'] as const) : []),
]

const nameOf = ({ fault, begins }: RoadRow): string =>
  [fault.name, fault.once ? 'once' : '', fault.at ? `at ${fault.at}` : '', begins ?? ''].filter(Boolean).join(' ')

/** Names of the program's own, and what a hole in a sentence looks like. A server may say `temporary` in its own words: one word is no name. */
const notForPeople = new RegExp(`(?<![\\w-])(?:${problemCodes.filter((code) => code.includes('-')).join('|')})(?![\\w-])`)
const holes = /[{}]|undefined|null|NaN|\[object|\[secret\]/

/** The words that stand under every result, by exit code. */
const headlines = {
  0: '完了しました。',
  3: '途中でやめました。何も変更していません。',
  4: 'パスワードは変わりましたが、まだ終わっていないことがあります。',
  5: '会員サイトでパスワードが変わったかどうか、確かめられませんでした。',
} as const satisfies Record<RoadRow['code'], string>
const sides = { changed: '変更されました', unchanged: '変更されていません', unknown: '変更されたか分かりません' } as const

/** The ways on that a person is told with an outcome. */
function waysOn(provider: Provider, row: RoadRow, run: string): readonly string[] {
  const help = provider.help[0] ? [`お問い合わせ: ${provider.help[0].name.ja} ${provider.help[0].phone}`] : []
  return [
    ...(row.code === 0 ? [] : [`mail-migrate resume ${run}`]),
    ...(row.code === 4 || row.code === 5 ? [`mail-migrate status ${run} --secrets`] : []),
    ...(row.code === 3 || row.code === 5 ? help : []),
  ]
}

function reads(provider: Provider, row: RoadRow, { told, ending }: Walked): void {
  const { result } = told
  for (const part of [headlines[row.code], `会員サイト: ${sides[row.portal]}`, ...row.says]) expect(ending).toContain(part)
  for (const way of waysOn(provider, row, result['run'])) expect(ending).toContain(way)
  // The machine is told the very sentence the person reads.
  for (const { text } of result['problems']) expect(ending).toContain(text)
  expect(told.stderr).not.toMatch(notForPeople)
  expect(told.stderr).not.toMatch(holes)
}

describe('the roads', () => {
  test('every provider with a member site has one, and none is without its provider', () => {
    const known = readdirSync(folder).map((name) => name.replace(/\.ts$/, ''))
    expect(known.sort()).toEqual(wanted.map(({ id }) => id).sort())
  })
})

for (const provider of wanted) {
  const roads = await roadsOf(provider.id)
  const notHere = await notHereOf(provider.id)
  describe.concurrent(`the road of ${provider.id}`, () => {
    test('every fault of the member site and of what proves the change is met, or it is said why not', () => {
      const met = new Set<FaultName>(roads.flatMap(({ rows }) => rows.map(({ fault }) => fault.name)))
      expect([...portalFaults, ...laterFaults(roads)].filter((name) => !met.has(name) && !(name in notHere))).toEqual([])
      expect(Object.keys(notHere).filter((name) => met.has(name as FaultName))).toEqual([])
    })

    describe.each(roads.map((road) => [road.name, road] as const))('%s', (_name, road) => {
      test.each(road.rows.map((row) => [nameOf(row), row] as const))('%s', async (_fault, row) => {
        await walkAlone(road, row, (walked) => {
          const { told, seen, maybeInForce, kept, passwords } = walked
          const { code, portal, problem, commits, thunderbird } = row
          expect(seen, told.stdout.slice(-1500) + told.stderr.slice(-1500)).toEqual({
            code,
            portal,
            problem,
            commits,
            thunderbird,
          })
          reads(provider, row, walked)
          expect(maybeInForce.filter((password) => !kept.includes(password))).toHaveLength(0)
          expect(passwords.filter((password) => (told.stdout + told.stderr).includes(password))).toHaveLength(0)
          expect(walked.decoys).toEqual([])
          expect([...new Set([...walked.changed, road.user])]).toEqual([road.user])
          expect(walked.signedIn).toEqual(thunderbird === 'rewritten' ? ['pop3: ok', 'smtp: ok'] : [])
        })
      })
    })
  })
}
