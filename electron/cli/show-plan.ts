import { endpointUrl } from '../../shared/mail/endpoint.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { findChange } from '../../shared/provider/find-change.ts'
import type { Provider } from '../../shared/provider/provider.ts'
import { sayCli } from '../../shared/words/cli.ts'
import type { Lang } from '../../shared/words/lang.ts'
import { sayChange } from '../../shared/words/say-change.ts'
import { clientNames } from '../../shared/words/settings.ts'

function mailboxLines(plan: Plan, mailbox: Plan['mailboxes'][number], lang: Lang): string[] {
  const { address } = mailbox.account
  const portal = plan.steps.find((step) => step.lane === address && step.kind === 'change-portal')
  const reach = plan.steps.find((step) => step.lane === address && step.kind === 'reach-servers')
  return [
    sayCli('mailbox', lang, { address }),
    portal?.kind === 'change-portal'
      ? sayCli('site', lang, { url: portal.input.startUrl, login: portal.input.login })
      : sayCli('siteSkipped', lang),
    ...(reach?.kind === 'reach-servers' ? [sayCli('doors', lang, { doors: reach.input.doors.map(endpointUrl).join(', ') })] : []),
    ...(mailbox.clients.length === 0 ? [sayCli('noClient', lang)] : []),
    ...mailbox.clients.flatMap((client) => [
      sayCli('client', lang, { client: clientNames[client.client] ?? client.client, profile: client.profile }),
      ...client.changes.map((change) => `    ${sayChange(change, lang)}`),
    ]),
  ]
}

/** The plan as a person reads it before agreeing: what will be done where, what changes from what to what, what cannot be undone. */
export function planText(plan: Plan, provider: Provider, lang: Lang): string {
  const limit = findChange(provider, plan.realm)?.limit
  return [
    '',
    sayCli('plan', lang),
    sayCli('provider', lang, { name: provider.name[lang] }),
    sayCli('sheet', lang, { file: plan.sheet.file }),
    ...plan.mailboxes.flatMap((mailbox) => mailboxLines(plan, mailbox, lang)),
    ...(limit ? [sayCli('limit', lang, { most: limit.most, hours: limit.hours })] : []),
    ...provider.notices.before.map((notice) => sayCli('notice', lang, { text: notice[lang] })),
    sayCli('undo', lang),
  ].join('\n')
}
