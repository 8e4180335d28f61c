import { afterEach, describe, expect, test } from 'vitest'
import type { Recipe } from '../../shared/portal/recipe.ts'
import { oshigotoPikara } from '../../shared/provider/oshigoto-pikara/facts.ts'
import { changePassword } from '../../shared/provider/biglobe-ef/recipes.ts'
import { tables } from './markups.ts'
import { html, startSite, type MemberSite } from './member-site.ts'
import { playOnPractice, practiceOf } from './play-on-practice.ts'
import { play } from './play.ts'

const sites: MemberSite[] = []
afterEach(async () => {
  for (const site of sites.splice(0)) await site.close()
})

/** The visit with a list in between, where the row of one address is to be chosen. */
const byRow: Recipe = {
  ...changePassword,
  id: 'spec/by-row',
  fence: { ...changePassword.fence, choose: { as: 'press', words: ['選択'], row: 'address' } },
  pages: { ...changePassword.pages, list: { shows: ['アドレスの選択'], values: ['address'], controls: ['choose'] } },
  lines: changePassword.lines.map((line) =>
    line.do === 'expect' && line.page === 'change'
      ? { ...line, detours: [{ page: 'list', lines: [{ do: 'press', control: 'choose' }] }] }
      : line,
  ),
}

interface Row {
  readonly address: string
  readonly act: string
}
const lists: Readonly<Record<string, (rows: readonly Row[]) => string>> = {
  'a table': (rows) =>
    `<table>${rows.map(({ address, act }) => `<tr><td>${address}</td><td>*****</td><td>${act}</td></tr>`).join('')}</table>`,
  'boxes in boxes of a list': (rows) =>
    `<div><ul>${rows.map(({ address, act }) => `<li><div><div><b>${address}</b></div><div><div>*****</div><div><span>${act}</span></div></div></div></li>`).join('')}</ul></div>`,
}
const taro = 'taro@a.example'
const button = (of: string): string => `<a href="/change?of=${of}">選択</a>`

async function chooseFrom(list: string): ReturnType<typeof play> {
  const site = await startSite({
    markup: tables,
    instead: (_site, request, answer) => {
      if (request.method !== 'GET' || request.url !== '/change') return false
      html(answer, `<h1>アドレスの選択</h1>${list}`)
      return true
    },
  })
  sites.push(site)
  const told = await play(site, { recipe: byRow, values: { loginName: site.login, address: taro } })
  // The list asks for no page by itself: only a press does.
  expect(site.asked.filter((line) => line === 'GET /change')).toHaveLength(told.played.completed ? 2 : 1)
  return told
}

describe.each(Object.entries(lists))('the row of an address, in %s', (_what, list) => {
  test('is taken where each has its button', async () => {
    const rows = [
      { address: 'hanataro@a.example', act: button('hanataro').replace('/change?', '/other?') },
      { address: taro, act: button('taro') },
    ]
    expect((await chooseFrom(list(rows))).played).toMatchObject({ commit: 'sent', completed: true, problem: null })
  })
  test.each([
    ['本日変更済み', 'portal-limit-reached'],
    ['-', 'portal-changed'],
  ])('has %s for a button: %s, and the neighbour’s is not pressed', async (act, code) => {
    const rows = [
      { address: taro, act },
      { address: 'hanako@a.example', act: button('hanako') },
    ]
    const { played, intended } = await chooseFrom(list(rows))
    expect(played).toMatchObject({ commit: 'not-sent', problem: { code } })
    expect(intended).toBe(0)
  })
})

test('an address the site has in another domain than the paper is told with both, and nothing is pressed in its row', async () => {
  const practice = await practiceOf('oshigoto-pikara')
  try {
    const { recipe, rule } = oshigotoPikara.changes[0]!
    const [expected, found] = ['mihon@ca.pikara.example', 'mihon@md.pikara.example']
    const done = await playOnPractice(practice, {
      name: 'another domain',
      recipe,
      values: { loginName: 'mihonkoumu', address: expected },
      signsIn: 'mihonkoumu',
      changes: found,
      rule,
      touches: [],
      faults: [],
      drifts: [],
    })
    expect(done.played).toMatchObject({ commit: 'not-sent', problem: { code: 'portal-differs', facts: { expected, found } } })
    expect([done.intended, done.changed, done.touched.includes('設定')]).toEqual([0, [], false])
    done.tidy()
  } finally {
    await practice.stop()
  }
})
