import type { NextThing, Proof, ProofLogin, ProofMailbox, ProofProbe, ProofProgram } from '../proof/proof.ts'
import { fillSentence } from './fill-sentence.ts'
import { parseEndpoint } from '../mail/endpoint.ts'
import type { InBoth, Lang } from './lang.ts'
import { portalOutcomeWords, runOutcomeWords, undoWords } from './outcomes.ts'
import { nextWords, notProvedWords, recordWords } from './record.ts'
import { sayApart } from './say-apart.ts'
import { sayChange } from './say-change.ts'
import { sayProblem } from './say-problem.ts'
import { sayTime } from './say-time.ts'
import { clientNames, realmWords, sayName, securityWords, serviceWords } from './settings.ts'

/** ○ seen and good · × seen and bad · △ not certain · － not tried. Marks survive a bad FAX where colours do not. */
export type Mark = '○' | '×' | '△' | '－'

export interface RecordRow {
  readonly label: string
  readonly mark: Mark
  readonly text: string
  /** Lines that belong to it and may be left out where room is short. */
  readonly details: readonly string[]
}

/** One mailbox or login. `for`: the address or login, and `provider` (null: a mailbox), as the proof names it; `name`: how it is shown; `holder`: whose it is, where the head does not say it. */
export interface RecordBox {
  readonly for: string
  readonly provider: string | null
  readonly name: string
  readonly holder: string | null
  readonly rows: readonly RecordRow[]
}

/** A record in words: everything that stands on it, top to bottom, ready to be set. */
export interface RecordText {
  readonly title: string
  readonly practice: string | null
  readonly head: readonly (readonly [string, string])[]
  readonly headline: string
  readonly meaning: string
  readonly mark: Mark
  readonly boxes: readonly RecordBox[]
  readonly lists: readonly { readonly title: string; readonly tick: boolean; readonly lines: readonly string[] }[]
  readonly foot: string
}

const clock = (iso: string, lang: Lang): string => sayTime(iso, lang) ?? iso
/** In a row the day is known from the head: hour and minute are enough. */
const hour = (iso: string, lang: Lang): string => clock(iso, lang).split(' ').at(-1)!

function sayDoor(url: string, lang: Lang): string {
  const door = parseEndpoint(url)
  if (!door.ok) return url
  const { protocol, host, port, security } = door.value
  const [number, protect] = [lang === 'ja' ? `番号 ${port}` : `port ${port}`, securityWords[security][lang]]
  return lang === 'ja'
    ? `${host}（${protocol.toUpperCase()}、${number}、${protect}）`
    : `${host} (${protocol.toUpperCase()}, ${number}, ${protect})`
}

/** One row a service: settings read back from disk say more than the plan's, and the newest word counts. */
function serviceRow(mailbox: ProofMailbox, service: ProofProbe['service'], lang: Lang): RecordRow {
  const all = [...mailbox.probes, ...mailbox.programs.flatMap((program) => program.fromDisk)].filter(
    (probe) => probe.service === service,
  )
  const last = all.at(-1)
  const label = serviceWords[service][lang]
  if (!last) return { label, mark: '－', text: recordWords.notTested[lang], details: [] }
  const details = [sayDoor(last.door, lang)]
  if (!last.ok)
    return { label, mark: '×', text: last.problem ? sayProblem(last.problem, lang).what : recordWords.notTested[lang], details }
  const words = last.from === 'disk' ? recordWords.acceptedFromDisk : recordWords.accepted
  return { label, mark: '○', text: `${words[lang]} ${hour(last.at, lang)}`, details }
}

/** What became of the password, and (never left out) what the site showed otherwise than the paper has it. */
function portalRows(part: ProofMailbox | ProofLogin, lang: Lang): RecordRow[] {
  const marks = { changed: '○', unchanged: '×', unknown: '△', skipped: '－' } as const
  const receipt = part.receipt ? `${recordWords.receipt[lang]}${part.receipt}` : ''
  const facts = [part.changedAt ? hour(part.changedAt, lang) : '', receipt]
    .filter((fact) => fact !== '')
    .join(lang === 'ja' ? '　' : ', ')
  const label = recordWords.site[lang]
  const text = `${portalOutcomeWords[part.portal][lang]}${facts ? ` ${facts}` : ''}`
  const differs = part.differences.map(({ name, expected, found }) =>
    fillSentence(recordWords.differs[lang], { name: sayName(name, lang), expected, found }, lang),
  )
  return [
    { label, mark: marks[part.portal], text, details: [] },
    ...differs.map((words) => ({ label, mark: '△' as const, text: words, details: [] })),
  ]
}

/** What is said of files that are not simply as they were written. */
const fileWords = {
  'put-back': ['－', recordWords.putBack],
  'rewrite-cut': ['△', recordWords.rewriteCut],
  'undo-cut': ['△', recordWords.undoCut],
} as const

function programRow(program: ProofProgram, lang: Lang): RecordRow {
  const name = `${clientNames[program.client] ?? program.client}${program.programVersion ? ` ${program.programVersion}` : ''}`
  const who = lang === 'ja' ? `${name}（${program.profile}）` : `${name} (${program.profile})`
  const label = recordWords.program[lang]
  const details = program.changed.map((change) => sayChange(change, lang))
  const proved = program.fromDisk.length > 0 && program.fromDisk.every((probe) => probe.ok)
  const say = (words: InBoth): string => (lang === 'ja' ? `${who} ${words.ja}` : `${who}: ${words.en}`)
  if (program.files) {
    const [mark, words] = fileWords[program.files]
    return { label, mark, text: say(words), details: program.problem ? [sayProblem(program.problem, lang).what] : [] }
  }
  if (program.problem) {
    const mark = program.changed.length > 0 ? '△' : '×'
    return {
      label,
      mark,
      text: say(program.changed.length > 0 ? recordWords.rewrittenOnly : recordWords.leftAlone),
      details: [sayProblem(program.problem, lang).what, ...details],
    }
  }
  if (program.changed.length === 0 && !proved) return { label, mark: '－', text: say(recordWords.leftAlone), details }
  return { label, mark: proved ? '○' : '△', text: say(proved ? recordWords.rewritten : recordWords.rewrittenOnly), details }
}

function proofRows(mailbox: ProofMailbox, lang: Lang): RecordRow[] {
  const { roundTrip, oldPassword } = mailbox
  const rows: RecordRow[] = []
  if (roundTrip) {
    const words = roundTrip.ok ? recordWords.roundTripOk : recordWords.roundTripLate
    const late = !roundTrip.problem || roundTrip.problem.code === 'message-not-arrived'
    const details = late ? [] : [sayProblem(roundTrip.problem!, lang).what]
    rows.push({ label: recordWords.roundTrip[lang], mark: roundTrip.ok ? '○' : '△', text: words[lang], details })
  }
  if (oldPassword) {
    const [mark, words] = (
      {
        refused: ['○', recordWords.oldDead],
        'still-works': ['×', recordWords.oldAlive],
        unclear: ['△', recordWords.oldUnclear],
      } as const
    )[oldPassword.outcome]
    rows.push({ label: recordWords.oldPassword[lang], mark, text: words[lang], details: [] })
  }
  return rows
}

const rowsOf = (mailbox: ProofMailbox, lang: Lang): RecordRow[] => [
  ...portalRows(mailbox, lang),
  serviceRow(mailbox, 'incoming', lang),
  serviceRow(mailbox, 'outgoing', lang),
  ...mailbox.programs.map((program) => programRow(program, lang)),
  ...proofRows(mailbox, lang),
]

/** Leaves out what a reader can do without when all went well: details, and a second row that says the same. */
function terser(rows: readonly RecordRow[], lang: Lang): RecordRow[] {
  const [receiving, sending] = rows.filter((row) =>
    [serviceWords.incoming[lang], serviceWords.outgoing[lang]].some((label) => label === row.label),
  )
  const alike = receiving?.mark === '○' && sending?.mark === '○' && receiving.text === sending.text
  return rows
    .filter((row) => !(alike && row === sending))
    .map((row) => (alike && row === receiving ? { ...row, label: recordWords.both[lang] } : row))
    .map((row) => (row.mark === '○' ? { ...row, details: [] } : row))
}

const holderRows = ({ customerName, memberNumber }: NonNullable<ProofMailbox['holder']>, lang: Lang): RecordText['head'] => [
  ...(customerName ? [[recordWords.customer[lang], `${customerName}${recordWords.honorific[lang]}`] as const] : []),
  ...(memberNumber ? [[recordWords.memberNumber[lang], memberNumber] as const] : []),
]

const sayHolder = (holder: ProofMailbox['holder'], lang: Lang): string | null =>
  holder
    ? holderRows(holder, lang)
        .map(([label, value]) => `${label}: ${value}`)
        .join(lang === 'ja' ? '　' : ', ')
    : null

function boxes(proof: Proof, lang: Lang, terse: boolean): RecordText['boxes'] {
  const mailboxes = proof.mailboxes.map((mailbox) => ({
    for: mailbox.address,
    provider: null,
    name:
      mailbox.userName === mailbox.address
        ? mailbox.address
        : `${mailbox.address}  [${sayName('userName', lang)}: ${mailbox.userName}]`,
    holder: sayHolder(mailbox.holder, lang),
    rows: rowsOf(mailbox, lang),
  }))
  const all = proof.logins.map(({ login, provider = null }) => ({ login, provider }))
  const nameOf = (id: string) => proof.providers.find((one) => one.id === id)?.name ?? null
  const logins = proof.logins.map((login, at) => ({
    for: login.login,
    provider: all[at]!.provider,
    name: `${sayApart(all[at]!, all, nameOf, lang)}  [${login.realms.map((one) => realmWords[one][lang]).join(lang === 'ja' ? '・' : ', ')}]`,
    holder: null,
    rows: portalRows(login, lang),
  }))
  return [...mailboxes, ...logins].map((box) => (terse ? { ...box, rows: terser(box.rows, lang) } : box))
}

function notProvedLines(proof: Proof, lang: Lang): string[] {
  const whats = [...new Set(proof.notProved.map((one) => one.what))]
  return whats.map((what) => {
    const addresses = proof.notProved.flatMap((one) => (one.what === what && one.address ? [one.address] : []))
    const everyone = addresses.length === 0 || addresses.length === proof.mailboxes.length
    const whose = everyone ? '' : lang === 'ja' ? `：${addresses.join('、')}` : `: ${addresses.join(', ')}`
    return `${notProvedWords[what][lang]}${whose}`
  })
}

/** Hours that hold for every line are said once, in the title: sales offices share theirs. */
function helpList(proof: Proof, lang: Lang): RecordText['lists'][number] {
  const hours = new Set(proof.help.map((line) => line.hours[lang]))
  const title = recordWords.help[lang]
  const phone = recordWords.phone[lang]
  if (proof.help.length > 1 && hours.size === 1) {
    const shared = `${recordWords.hours[lang]}${[...hours].join()}`
    const lines = proof.help.map((line) => `${line.name[lang]} ${line.phone}`)
    return { title: lang === 'ja' ? `${title}（${shared}）` : `${title} (${shared})`, tick: false, lines }
  }
  const lines = proof.help.map((line) =>
    lang === 'ja'
      ? `${line.name.ja}　${phone}${line.phone}（${line.hours.ja}）`
      : `${line.name.en}, ${phone}${line.phone} (${line.hours.en})`,
  )
  return { title, tick: false, lines }
}

function nextLines(proof: Proof, lang: Lang, terse: boolean): string[] {
  const all: readonly NextThing[] = ['change-phones', 'change-other-pcs', 'change-webmail', 'change-copier']
  const devices = all.filter((device) => proof.next.includes(device))
  const merged = terse && devices.length >= 3
  return proof.next
    .filter((thing) => !merged || !devices.slice(1).includes(thing))
    .map((thing) => (merged && thing === devices[0] ? recordWords.allDevices[lang] : nextWords[thing][lang]))
}

function lists(proof: Proof, lang: Lang, terse: boolean): RecordText['lists'] {
  const all = [
    { title: recordWords.problems[lang], tick: false, lines: proof.problems.map((problem) => sayProblem(problem, lang).text) },
    { title: recordWords.next[lang], tick: true, lines: nextLines(proof, lang, terse) },
    { title: recordWords.untouched[lang], tick: false, lines: [...proof.untouched] },
    { title: recordWords.notProved[lang], tick: false, lines: notProvedLines(proof, lang) },
    { title: recordWords.notices[lang], tick: false, lines: proof.notices.map((notice) => notice[lang]) },
    helpList(proof, lang),
  ]
  return all.filter((list) => list.lines.length > 0)
}

/** What the whole came to. That it is not known which password holds stands before everything else, then what became of putting settings back. */
function headlineOf(proof: Proof, lang: Lang): Pick<RecordText, 'headline' | 'meaning'> {
  if (proof.undo && proof.outcome !== 'unknown') {
    const changed = [...proof.mailboxes, ...proof.logins].some(({ portal }) => portal === 'changed')
    const { headline, meaning, whenChanged } = undoWords[proof.undo][lang]
    return { headline, meaning: changed ? `${meaning}${lang === 'ja' ? '' : ' '}${whenChanged}` : meaning }
  }
  const loginOnly = proof.outcome === 'done' && proof.mailboxes.length === 0
  if (loginOnly) return { headline: recordWords.doneLogin[lang], meaning: recordWords.doneLoginMeaning[lang] }
  return runOutcomeWords[proof.outcome][lang]
}

/**
 * The whole record in words. It says what the proof says and nothing beyond it; no password can be in it. `terse` leaves out
 * the settings of what went well, and nothing of what did not.
 */
export function sayRecord(proof: Proof, lang: Lang, terse = false): RecordText {
  const head: (readonly [string, string])[] = [...holderRows(proof, lang)]
  head.push([recordWords.provider[lang], proof.providers.map(({ name }) => name[lang]).join(lang === 'ja' ? '、' : ', ')])
  head.push([recordWords.when[lang], clock(proof.finishedAt, lang)])
  head.push([recordWords.run[lang], proof.run])
  const hash = proof.journalHash ? `  [${proof.journalHash.slice(0, 16)}]` : ''
  return {
    title: recordWords.title[lang],
    practice: proof.practice ? recordWords.practice[lang] : null,
    head,
    ...headlineOf(proof, lang),
    mark: ({ done: '○', unfinished: '△', stopped: '×', unknown: '△' } as const)[proof.outcome],
    boxes: boxes(proof, lang, terse),
    lists: lists(proof, lang, terse),
    foot: `${recordWords.made[lang]}: ${recordWords.programName[lang]} ${proof.programVersion}${hash}`,
  }
}
