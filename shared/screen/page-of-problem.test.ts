import { describe, expect, test } from 'vitest'
import { problemCode } from '../base/problem.ts'
import { viewProvider } from '../ipc/provider-view.ts'
import { findProvider } from '../provider/index.ts'
import { sayProblemInWindow } from '../words/window/say-in-window.ts'
import { pageOfProblem } from './page-of-problem.ts'

const view = (id: string) => viewProvider(findProvider(id)!)

describe.each(problemCode.options)('%s', (code) => {
  test('leads to the page where its sentence sends the person there, and nowhere else', () => {
    const problem = { code, again: 'after-person', facts: {} } as const
    // `portal-not-encrypted` speaks of a page to ask about, and that page is not to be opened.
    const sends = /会員ページ/.test(sayProblemInWindow(problem, 'ja').next) && code !== 'portal-not-encrypted'
    expect(pageOfProblem(problem, view('ucom'))).toBe(sends ? 'https://mypage.ucom.ne.jp/' : null)
  })
})

test('the page is that of the password in question; nobody’s and a rehearsal’s own site have none', () => {
  const problem = (realm: string) => ({ code: 'portal-changed', again: 'never', facts: { realm } }) as const
  expect(pageOfProblem(problem('portal'), view('ocn'))).toBe('https://ntt.com/')
  expect(pageOfProblem(problem('mail'), view('ocn'))).toBeNull()
  expect(pageOfProblem(problem('mail'), view('practice'))).toBeNull()
  expect(pageOfProblem(problem('mail'), null)).toBeNull()
})
