import { mayBeMailbox } from '../../shared/client/by-hand/found-by-hand.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { checklistOf } from '../../shared/plan/checklist.ts'
import { changesOf, noticesOf } from '../../shared/plan/notices.ts'
import { endpointUrl } from '../../shared/mail/endpoint.ts'
import type { Step } from '../../shared/plan/step.ts'
import type { Provider } from '../../shared/provider/provider.ts'
import { providersOf } from '../../shared/plan/plan.ts'
import { typeByHand } from '../../shared/words/by-hand.ts'
import { sayCli } from '../../shared/words/cli.ts'
import type { Lang } from '../../shared/words/lang.ts'
import { nextWords } from '../../shared/words/record.ts'
import { sayApart } from '../../shared/words/say-apart.ts'
import { sayChange } from '../../shared/words/say-change.ts'
import { sayProblem } from '../../shared/words/say-problem.ts'
import { sayTime } from '../../shared/words/say-time.ts'
import { clientNames, realmWords, sayName, sayRealms } from '../../shared/words/settings.ts'

type Find = (id: string) => Provider | null

/** What stands before the change itself: the old password's trial, and the day it has to wait for. */
const beforeLines = (steps: readonly Step[], notBefore: string | null, lang: Lang): string[] => [
  ...(steps.some((step) => step.kind === 'prove-old') ? [sayCli('provesOld', lang)] : []),
  ...(notBefore ? [sayCli('notToday', lang, { at: sayTime(notBefore, lang) ?? notBefore })] : []),
]

function siteLines(plan: Plan, lane: string, notBefore: string | null, lang: Lang): string[] {
  const steps = plan.steps.filter((step) => step.lane === lane)
  const change = steps.find((step) => step.kind === 'change-portal')
  const byHand = steps.find((step) => step.kind === 'guide-change')
  const { current, login } = (byHand ?? change)?.input ?? {}
  // Who signs in need not be whose password changes, and one password may open several doors.
  const owner = current && current.for !== login ? current.for : null
  const changed = { login: login ?? null, owner, realms: current ? sayRealms(current.realms, lang) : '' }
  if (byHand) return [sayCli('siteByHand', lang, { url: byHand.input.url, ...changed }), ...beforeLines(steps, notBefore, lang)]
  if (!change) return [sayCli('siteSkipped', lang)]
  return [sayCli('site', lang, { url: change.input.startUrl, ...changed }), ...beforeLines(steps, notBefore, lang)]
}

/** Programs of this PC that are not rewritten, with what is typed there. */
function byHandLines(plan: Plan, { account }: Plan['mailboxes'][number], lang: Lang): string[] {
  const probe = plan.steps.find((step) => step.lane === account.address && step.kind === 'probe-servers')
  if (probe?.kind !== 'probe-servers') return []
  return (plan.byHand ?? [])
    .filter((one) => mayBeMailbox(one, account))
    .flatMap(({ program }) => [
      sayCli('byHand', lang, { client: clientNames[program] ?? program }),
      ...typeByHand(program, probe.input, lang).map((line) => `    ${line}`),
    ])
}

function mailboxLines(plan: Plan, mailbox: Plan['mailboxes'][number], lang: Lang): string[] {
  const { address } = mailbox.account
  const reach = plan.steps.find((step) => step.lane === address && step.kind === 'reach-servers')
  const settled = plan.settled.filter((one) => one.address === address && one.what !== 'password')
  return [
    sayCli('mailbox', lang, { address }),
    ...siteLines(plan, address, mailbox.notBefore, lang),
    ...settled.map(({ what, chosen, others }) =>
      sayCli('decided', lang, { what: sayName(what, lang), chosen, others: others.join(', ') }),
    ),
    ...(reach?.kind === 'reach-servers' ? [sayCli('doors', lang, { doors: reach.input.doors.map(endpointUrl).join(', ') })] : []),
    ...(mailbox.clients.length === 0 ? [sayCli('noClient', lang)] : []),
    ...mailbox.clients.flatMap((client) => [
      sayCli('client', lang, { client: clientNames[client.client] ?? client.client, profile: client.profile }),
      ...client.changes.map((change) => `    ${sayChange(change, lang)}`),
    ]),
    ...byHandLines(plan, mailbox, lang),
  ]
}

const loginLines = (plan: Plan, login: Plan['logins'][number], find: Find, lang: Lang): string[] => [
  sayCli('login', lang, {
    login: sayApart(login, plan.logins, (id) => find(id)?.name ?? null, lang),
    realms: login.realms.map((realm) => realmWords[realm][lang]).join('・'),
  }),
  ...siteLines(plan, login.lane, login.notBefore, lang),
]

function changeLines(plan: Plan, find: Find, lang: Lang): string[] {
  return changesOf(plan, find).flatMap(({ limit, effectSeconds }) => [
    ...(limit ? [sayCli('limit', lang, { most: limit.most, hours: limit.hours })] : []),
    ...(effectSeconds >= 60 ? [sayCli('effect', lang, { minutes: Math.ceil(effectSeconds / 60) })] : []),
  ])
}

/** The plan as a person reads it before agreeing: what will be done where, what changes from what to what, what cannot be undone. */
export function planText(plan: Plan, find: Find, lang: Lang): string {
  const later = [...plan.mailboxes, ...plan.logins].filter(({ notBefore }) => notBefore !== null).length
  return [
    '',
    sayCli('plan', lang),
    ...providersOf(plan).map((id) => sayCli('provider', lang, { name: find(id)?.name[lang] ?? id })),
    ...plan.sheets.map(({ file }) => sayCli('sheet', lang, { file })),
    ...plan.mailboxes.flatMap((mailbox) => mailboxLines(plan, mailbox, lang)),
    ...plan.logins.flatMap((login) => loginLines(plan, login, find, lang)),
    ...plan.settled
      .filter(({ what }) => what === 'password')
      .map(({ address, chosen }) => sayCli(chosen === 'kept' ? 'startsKept' : 'startsPaper', lang, { for: address })),
    ...(plan.refused ?? []).map(({ problem }) => sayCli('notice', lang, { text: sayProblem(problem, lang).text })),
    ...(plan.untouched.length > 0 ? [sayCli('untouched', lang, { addresses: plan.untouched.join(', ') })] : []),
    ...new Set(changeLines(plan, find, lang)),
    ...(later > 0 ? [sayCli('restLater', lang, { run: plan.run })] : []),
    ...noticesOf(plan, find).before.map((notice) => sayCli('notice', lang, { text: notice[lang] })),
    sayCli('afterwards', lang),
    ...checklistOf(plan).map((thing) => `  □ ${nextWords[thing][lang]}`),
    sayCli(plan.mailboxes.length > 0 ? 'undo' : 'undoLogin', lang),
  ].join('\n')
}
