import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { viewProvider } from '../../shared/ipc/provider-view.ts'
import type { SheetFieldView, SheetView } from '../../shared/ipc/sheet-calls.ts'
import { accountOf, planOf, wishedOf } from '../../shared/plan/fixtures/wishes.ts'
import { pressesOf } from '../../shared/plan/presses-of.ts'
import { providers } from '../../shared/provider/index.ts'
import { practice } from '../../shared/provider/practice/facts.ts'
import { langs, type Lang } from '../../shared/words/lang.ts'
import { PlanView } from './parts/plan-view.tsx'
import { ProblemBox } from './parts/problem-box.tsx'
import { QuestionInPlace } from './parts/question-in-place.tsx'
import { PlanScreen } from './screens/plan-screen.tsx'
import { SheetsScreen } from './screens/sheets-screen.tsx'
import { StartScreen } from './screens/start-screen.tsx'
import { sayIn, WindowContext, type WindowState } from './window-state.ts'

const state = (lang: Lang): WindowState => ({
  lang,
  setLang: () => {},
  say: sayIn(lang),
  about: {
    name: 'Mail Migration Assistant',
    version: '0.1.0',
    dataDir: '/data',
    lang,
    shell: 'electron',
    practice: null,
    providers: providers.map(viewProvider),
  },
  vault: null,
  place: { at: 'start' },
  go: () => {},
  practice: null,
  setPractice: () => {},
  announce: () => {},
})

const draw = (lang: Lang, what: React.ReactNode): string =>
  renderToStaticMarkup(<WindowContext value={state(lang)}>{what}</WindowContext>)

const hostile = '<img src=x onerror=alert(1)>'
const place = { line: 5, column: 6, length: 10 }
const snippet = { before: 'パスワード：', value: '●●●●●●', after: hostile }
const field = (name: string, more: Partial<SheetFieldView> = {}): SheetFieldView => ({
  field: name,
  term: null,
  realms: [],
  secret: false,
  present: true,
  value: hostile,
  confidence: 'certain',
  place,
  snippet,
  ...more,
})
const sheet = (more: Partial<SheetView> = {}): SheetView => ({
  sheet: 'sheet-00000001',
  file: `${hostile}.txt`,
  provider: 'practice',
  why: { by: 'title', words: hostile },
  customerName: hostile,
  memberNumber: null,
  fields: [field('customerName'), field('mailboxes[0].password', { secret: true, value: null, realms: ['mail', 'portal'] })],
  doubts: [],
  addresses: ['taro@renshu.example'],
  problem: null,
  mayGoBack: false,
  ...more,
})
const doubt: SheetView['doubts'][number] = {
  field: 'mailboxes[0].password',
  term: 'パスワード',
  reason: 'full-width',
  secret: true,
  candidates: [{ label: 'as-written', text: null, place, snippet }],
  mayLeaveOut: true,
}
const twoMailboxes = planOf({
  mailboxes: ['taro@renshu.example', 'hanako@renshu.example'].map((one) => wishedOf(accountOf(one))),
})
const draft = {
  draft: 'draft-00000001',
  plan: twoMailboxes,
  checklist: ['change-phones'],
  notices: [{ ja: hostile, en: hostile }],
  presses: [...pressesOf(twoMailboxes, () => practice)],
  unread: [{ profile: 'default', problem: { code: 'client-unreadable', again: 'never', facts: {} } as const }],
  warnings: [{ code: 'guessable', facts: {} }],
}
const asked = { type: 'asked', question: 1, name: 'settle-difference', facts: { sheet: hostile, field: 'incoming' } } as const
const nothing = (): void => {}

const screens = {
  start: <StartScreen />,
  sheets: <SheetsScreen sheets={[sheet()]} unread={[]} />,
  'sheets with a doubt': <SheetsScreen sheets={[sheet({ doubts: [doubt] })]} unread={[]} />,
  'sheets of nobody': (
    <SheetsScreen
      sheets={[sheet({ provider: null, fields: [], problem: { code: 'sheet-not-recognised', again: 'never', facts: {} } })]}
      unread={[{ code: 'file-missing', again: 'never', facts: { file: hostile } }]}
    />
  ),
  'plan, first decision': <PlanScreen sheets={[sheet()]} />,
  plan: <PlanView draft={draft} mailPrograms onStart={nothing} onBack={nothing} />,
  problem: <ProblemBox problem={{ code: 'portal-locked', again: 'never', facts: { said: hostile } }} provider="ocn" />,
  'question with choices': <QuestionInPlace question={{ ...asked, kind: 'choice', choices: [hostile] }} />,
  'question yes or no': <QuestionInPlace question={{ ...asked, kind: 'yes-no', choices: null }} />,
  'question for a secret': <QuestionInPlace question={{ ...asked, kind: 'secret', choices: null }} />,
}

describe.each(langs)('drawn in %s', (lang) => {
  test.each(Object.entries(screens))('%s has words in every place, and hostile ones are words', (_name, screen) => {
    const html = draw(lang, screen)
    expect(html).not.toContain('<img src=x')
    // A fact that was not given would stand there by its name.
    expect(html.replaceAll(/<[^>]*>/g, ' ')).not.toMatch(/\{\w+\}|undefined|\[object/)
  })
  test.each(Object.entries(screens))('%s names every field and button', (_name, screen) => {
    const html = draw(lang, screen)
    for (const [, inside = ''] of html.matchAll(/<button[^>]*>(.*?)<\/button>/gs)) {
      expect(inside.replaceAll(/<[^>]*>/g, '').trim()).not.toBe('')
    }
  })
})

test('no screen of a sheet holds a password: not as a value, not in an attribute', () => {
  const html = draw('ja', screens['sheets with a doubt'])
  expect(html).toContain('●')
  expect(html).toContain('type="radio"')
})
