import { createServer } from 'node:http'
import { existsSync, mkdirSync, readdirSync, watch } from 'node:fs'
import { spawn } from 'node:child_process'
import path from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { dropProfileFolder, makeProfileFolder } from '../../electron/portal/profile-folder.ts'
import type { Recipe } from '../../shared/portal/recipe.ts'
import { changePassword } from '../../shared/provider/biglobe-ef/recipes.ts'
import { tables } from './markups.ts'
import { html, portOf, startSite, type MemberSite, type SiteOrder } from './member-site.ts'
import { newPassword, play, temporaryFolder } from './play.ts'

const sites: MemberSite[] = []
afterEach(async () => {
  for (const site of sites.splice(0)) await site.close()
})
const siteWith = async (order: Partial<SiteOrder>): Promise<MemberSite> => {
  const site = await startSite({ markup: tables, ...order })
  sites.push(site)
  return site
}

describe('a person goes along', () => {
  test('every press is asked for; all agreed, the visit ends as without', async () => {
    const site = await siteWith({})
    const { played, asked } = await play(site, { attended: true, answer: () => true })
    expect(played).toMatchObject({ commit: 'sent', completed: true })
    expect(asked.map((question) => [question.name, question.facts.act])).toEqual([
      ['confirm-step', 'press'],
      ['confirm-step', 'sign-in'],
      ['confirm-step', 'press'],
      ['confirm-step', 'commit'],
    ])
    expect(asked.at(-1)!.facts).toMatchObject({ control: '変更する', irreversible: true })
    // No folder, no picture; the fields by their names, the page by its heading.
    expect(asked.map(({ facts }) => [facts.picture, facts.window])).toEqual(asked.map(() => [null, false]))
    expect(asked[1]!.facts.fields).toBe('ユーザID, BIGLOBEパスワード')
    expect(String(asked[3]!.facts.fields).split(', ')).toHaveLength(3)
    expect(asked.every(({ facts }) => facts.page !== '')).toBe(true)
    expect(JSON.stringify(asked)).not.toContain(newPassword)
  })

  test('what is agreed to can be looked at: a picture of the page as it stands with everything filled in, by its full path', async () => {
    const site = await siteWith({})
    const evidenceFolder = temporaryFolder()
    const seen: boolean[] = []
    await play(site, {
      attended: true,
      evidenceFolder,
      answer: ({ facts }) => {
        const picture = String(facts.picture)
        seen.push(path.isAbsolute(picture) && existsSync(picture))
        return true
      },
    })
    expect(seen).toEqual([true, true, true, true])
    await dropProfileFolder(evidenceFolder)
  })

  test('a box that was ticked and a choice that was made are named before the press', async () => {
    const site = await siteWith({ instead: codeInstead })
    const { asked } = await play(site, {
      recipe: twoFactor,
      attended: true,
      answer: (question) => (question.name === 'two-factor-code' ? '123456' : true),
    })
    const step = asked.find(({ name, facts }) => name === 'confirm-step' && facts.control === '認証する')!
    expect(step.facts.fields).toBe('認証コード, 次回以降、このブラウザで認証コードを要求しない')
    expect(JSON.stringify(step)).not.toContain('123456')
  })

  test.each([0, 1, 3])('a no at question %i stops there, with nothing sent', async (most) => {
    const site = await siteWith({})
    let n = 0
    const { played, intended } = await play(site, { attended: true, answer: () => n++ < most })
    expect(played).toMatchObject({ commit: 'not-sent', problem: { code: 'step-declined' } })
    expect([site.commits(), intended]).toEqual([0, 0])
  })

  test('a recipe that was written without seeing the pages is always attended', async () => {
    const site = await siteWith({})
    const { played, asked } = await play(site, { recipe: { ...changePassword, inferred: true }, answer: () => null })
    expect(played.problem?.code).toBe('step-declined')
    expect(asked).toHaveLength(1)
  })
})

/** The same visit with a page in between that wants a code, as Myピカラ has it. */
const twoFactor: Recipe = {
  ...changePassword,
  id: 'spec/two-factor',
  fence: {
    ...changePassword.fence,
    code: { as: 'text', words: ['認証コード', '確認コード'] },
    remember: { as: 'tick', words: ['次回以降、このブラウザで認証コードを要求しない'] },
    confirm: { as: 'press', words: ['認証する'] },
  },
  pages: { ...changePassword.pages, code: { shows: ['認証コードの入力'], controls: ['code', 'remember', 'confirm'] } },
  lines: changePassword.lines.map((line) =>
    line.do === 'expect' && line.page === 'user'
      ? {
          ...line,
          detours: [
            {
              page: 'code',
              lines: [
                { do: 'ask', question: 'two-factor-code', control: 'code' },
                { do: 'tick', control: 'remember', on: false },
                { do: 'press', control: 'confirm' },
              ],
            },
          ],
        }
      : line,
  ),
}

const codePage = `<h1>認証コードの入力</h1><form action="/code" method="post"><label for="c">認証コード</label><input id="c" name="code">
  <label><input type="checkbox" name="remember" checked style="opacity:0">次回以降、このブラウザで認証コードを要求しない</label><button>認証する</button></form>`
const codeInstead: SiteOrder['instead'] = (_site, request, answer, fields) => {
  if (request.url === '/menu' && !(request.headers.cookie ?? '').includes('code=yes')) html(answer, codePage)
  else if (request.url === '/code' && fields.code === '123456' && fields.remember === undefined)
    answer.writeHead(303, { location: '/menu', 'set-cookie': 'code=yes; Path=/' }).end()
  else if (request.url === '/code') html(answer, `<p>認証コードが正しくありません。</p>${codePage}`)
  else return false
  return true
}

describe('a second factor', () => {
  test('the code is asked for, filled in, and the visit goes on', async () => {
    const site = await siteWith({ instead: codeInstead })
    const { played, asked } = await play(site, {
      recipe: twoFactor,
      answer: (question) => (question.name === 'two-factor-code' ? '123456' : null),
    })
    expect(played).toMatchObject({ commit: 'sent', completed: true })
    expect(asked.map((question) => question.name)).toEqual(['two-factor-code'])
  })

  test('no answer, or a wrong one, stops before the commit', async () => {
    const site = await siteWith({ instead: codeInstead })
    expect((await play(site, { recipe: twoFactor })).played).toMatchObject({
      commit: 'not-sent',
      problem: { code: 'question-unanswered' },
    })
    const wrong = await play(site, { recipe: twoFactor, answer: () => '999999' })
    expect(wrong.played).toMatchObject({ commit: 'not-sent', problem: { code: 'portal-sign-in-refused' } })
    expect(site.commits()).toBe(0)
  })

  test('a site that does not ask for a code is not held up', async () => {
    const site = await siteWith({})
    expect((await play(site, { recipe: twoFactor })).played).toMatchObject({ completed: true })
  })
})

/** The same visit with a page in between that wants a day and a way, as a reminder's form does. */
const wantsMore: Recipe = {
  ...twoFactor,
  id: 'spec/wants-more',
  fence: {
    ...changePassword.fence,
    day: { as: 'text', words: ['生年月日の日'] },
    target: { as: 'choice', words: ['ご送付希望の通知先'] },
    confirm: { as: 'press', words: ['次へ'] },
  },
  pages: { ...changePassword.pages, code: { shows: ['ご本人の確認'], controls: ['day', 'target', 'confirm'] } },
  lines: changePassword.lines.map((line) =>
    line.do === 'expect' && line.page === 'user'
      ? {
          ...line,
          detours: [
            {
              page: 'code',
              lines: [
                { do: 'ask', question: 'portal-value', control: 'day' },
                { do: 'ask', question: 'portal-value', control: 'target' },
                { do: 'press', control: 'confirm' },
              ],
            },
          ],
        }
      : line,
  ),
}

test('an answer of one character stands in the words of a choice: they are offered and found as they are', async () => {
  const targets = ['Myピカラ第1メールアドレス', 'その他のメールアドレス']
  const body = `<h1>ご本人の確認</h1><form action="/code" method="post"><label for="d">生年月日の日</label><input id="d" name="day">
    <label for="t">ご送付希望の通知先</label><select id="t" name="target"><option value="">選択してください</option>${targets.map((text, n) => `<option value="${n}">${text}</option>`).join('')}</select>
    <button>次へ</button></form>`
  const site = await siteWith({
    instead: (_site, request, answer, fields) => {
      const known = (request.headers.cookie ?? '').includes('known=yes')
      if (request.url === '/menu' && !known) html(answer, body)
      else if (request.url === '/code' && fields.day === '1' && fields.target === '0')
        answer.writeHead(303, { location: '/menu', 'set-cookie': 'known=yes; Path=/' }).end()
      else return false
      return true
    },
  })
  const { played, asked } = await play(site, {
    recipe: wantsMore,
    answer: (question) => (question.kind === 'choice' ? (question.choices?.[0] ?? null) : '1'),
  })
  expect(asked.find(({ kind }) => kind === 'choice')?.choices).toEqual(targets)
  expect(played).toMatchObject({ commit: 'sent', completed: true, problem: null })
})

test('nothing goes out but to the site: what the browser would tell its maker is refused', async () => {
  const told: string[] = []
  const office = createServer((request, answer) => {
    told.push(`${request.method} ${request.url}`)
    answer.end()
  })
  office.on('connect', (request, socket) => {
    told.push(`CONNECT ${request.url}`)
    socket.destroy()
  })
  await new Promise<void>((resolve) => office.listen(0, '127.0.0.1', resolve))
  const before = { ...process.env }
  // Whatever is not on this machine would go through this proxy.
  process.env.HTTP_PROXY = process.env.HTTPS_PROXY = `http://127.0.0.1:${portOf(office)}`
  const { played } = await play(await siteWith({}))
  Object.assign(process.env, { HTTP_PROXY: before.HTTP_PROXY ?? '', HTTPS_PROXY: before.HTTPS_PROXY ?? '' })
  office.close()
  expect(played.completed).toBe(true)
  expect(told).toEqual([])
})

describe('what is left behind', () => {
  test('no profile, no temporary folder, after success, failure and a stop', async () => {
    // A place of its own: in the common one browsers of other files come and go.
    const [room, usual] = [temporaryFolder(), process.env.TMPDIR]
    process.env.TMPDIR = room
    const seen = new Set<string>()
    const watching = watch(room, (_change, name) => name && seen.add(name.replace(/-[^-]*$/, '')))
    try {
      await play(await siteWith({}))
      await play(await siteWith({ password: 'another-1' }))
      await play(await siteWith({}), { browser: { path: '/no/such/browser', headed: false } })
    } finally {
      watching.close()
      if (usual === undefined) delete process.env.TMPDIR
      else process.env.TMPDIR = usual
    }
    expect([...seen]).toContain(`mail-migrate-browser-${process.pid}`)
    expect(readdirSync(room)).toEqual([])
  })

  test('folders of processes that were killed are removed, those of the living stay', async () => {
    const below = temporaryFolder()
    const gone = spawn(process.execPath, ['-e', ''])
    await new Promise((resolve) => gone.once('exit', resolve))
    for (const name of [
      `mail-migrate-browser-${gone.pid}-abc`,
      `mail-migrate-browser-${process.ppid}-abc`,
      'mail-migrate-browser-x',
      'other',
    ])
      mkdirSync(path.join(below, name))
    const made = await makeProfileFolder(below)
    expect(readdirSync(below).sort()).toEqual(
      [path.basename(made), `mail-migrate-browser-${process.ppid}-abc`, 'mail-migrate-browser-x', 'other'].sort(),
    )
    await dropProfileFolder(made)
    expect(existsSync(made)).toBe(false)
    await dropProfileFolder(below)
  })

  test('a browser that is not there is said so; a recipe that is unsound is not played', async () => {
    const site = await siteWith({})
    const missing = await play(site, { browser: { path: '/no/such/browser', headed: false } })
    expect(missing.played).toMatchObject({ commit: 'not-sent', problem: { code: 'browser-missing' } })
    const unsound = await play(site, { recipe: { ...changePassword, lines: changePassword.lines.slice(0, -1) } })
    expect(unsound.played).toMatchObject({ commit: 'not-sent', problem: { code: 'recipe-invalid' } })
    expect(site.asked).toEqual([])
  })
})
