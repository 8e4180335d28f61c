import type { Facts } from '../base/problem.ts'
import type { Realm } from '../base/secret.ts'
import { hintUrl } from '../mail/endpoint.ts'
import type { Change, Provider, Words } from '../provider/provider.ts'
import { cliWords } from './cli.ts'
import { fillSentence } from './fill-sentence.ts'
import type { Lang } from './lang.ts'
import { providerWords } from './providers.ts'
import { sayRule } from './rules.ts'
import { realmWords } from './settings.ts'

type Say = (word: keyof typeof providerWords, facts?: Facts) => string
type Lines = readonly string[]

/** A heading with what stands below it; nothing where there is nothing to say. */
const part = (heading: string, lines: Lines): Lines => (lines.length > 0 ? [heading, ...lines] : [])
const told = (word: 'before' | 'after' | 'item', list: readonly Words[], say: Say, lang: Lang): Lines =>
  list.map((text) => say(word, { text: text[lang] }))

/** What the paper calls the password that opens this. */
function nameOf(provider: Provider, realm: Realm, lang: Lang): string {
  const password = provider.passwords.find(({ realms }) => realms.includes(realm))
  return password ? password.name[lang] : realmWords[realm][lang]
}

function changeLines(provider: Provider, change: Change, say: Say, lang: Lang): Lines {
  const { limit, effectSeconds, notices } = change
  return [
    say('change', { title: change.title[lang], option: change.realm }),
    say(change.recipe.inferred ? 'attended' : 'automatic'),
    say('opens', { name: nameOf(provider, change.signIn, lang) }),
    say('start', { url: change.startUrl }),
    ...change.alsoAt.map(({ domains, startUrl }) => say('startFor', { domains: domains.join(', '), url: startUrl })),
    say('rule', { rule: sayRule(change.rule, lang) }),
    ...(limit ? [say('limit', { most: limit.most, hours: limit.hours })] : []),
    ...(effectSeconds >= 60 ? [say('effect', { minutes: Math.ceil(effectSeconds / 60) })] : []),
    ...(change.proveOldFirst ? [say('proveOldFirst')] : []),
    say(change.proof === 'mail' ? 'byMail' : 'byPortal'),
    ...told('before', notices.before, say, lang),
    ...told('after', notices.after, say, lang),
  ]
}

/** All changes; what another one of the same password said already is not said again. */
function changesLines(provider: Provider, say: Say, lang: Lang): Lines {
  return provider.changes.flatMap((change, at) => {
    const before = provider.changes.slice(0, at).filter(({ realm }) => realm === change.realm)
    const said = new Set(before.flatMap((other) => changeLines(provider, other, say, lang)))
    return changeLines(provider, change, say, lang).filter((line, n) => n < 3 || !said.has(line))
  })
}

const insteadLines = (provider: Provider, say: Say, lang: Lang): Lines =>
  provider.instead.flatMap(({ realm, text, url, guide, rule }) => [
    say('insteadOf', { name: nameOf(provider, realm, lang), text: text[lang], url }),
    ...(rule ? [say('rule', { rule: sayRule(rule, lang) })] : []),
    ...(guide.length > 0 ? [say('guidedWay', { option: realm })] : []),
  ])

const guideLines = (provider: Provider, say: Say, lang: Lang): Lines =>
  (provider.guides ?? []).flatMap(({ title, url, lines }) => [
    say('guide', { title: title[lang], url }),
    ...lines.map((line, at) => say('line', { n: at + 1, text: line.say[lang] })),
  ])

function helpLines(list: Provider['help'], lang: Lang): Lines {
  const facts = list.map(({ name, phone, hours }) => ({ name: name[lang], phone, hours: hours[lang] }))
  return facts.map((line) => `  ${fillSentence(cliWords.help[lang], line, lang)}`)
}

const lostLines = (provider: Provider, say: Say, lang: Lang): Lines =>
  provider.lost.flatMap(({ text, url, help }) => [say('lostWay', { text: text[lang], url }), ...helpLines(help, lang)])

/** Everything that is known of one provider, for people: what can be changed and how, the ways by hand and back, whom to call, and what is a guess. */
export function sayProvider(provider: Provider, lang: Lang): Lines {
  const say: Say = (word, facts = {}) => fillSentence(providerWords[word][lang], facts, lang)
  const { most, hours } = provider.limits.refusedSignIns
  const servers = [...provider.incoming, ...provider.outgoing].map(hintUrl).join(', ')
  const { manual, confirmed } = provider.source
  const recoveries = provider.recoveries.map(({ title, waitMinutes }) => say('recovery', { title: title[lang], ...waitMinutes }))
  const helps = helpLines(provider.help, lang)
  return [
    say('domains', { domains: provider.domains.join(', ') }),
    servers === '' ? say('noServers') : say('servers', { servers }),
    say('refused', { most, hours }),
    ...part(say('changes'), changesLines(provider, say, lang)),
    ...part(say('instead'), insteadLines(provider, say, lang)),
    ...part(say('notices'), [
      ...told('before', provider.notices.before, say, lang),
      ...told('after', provider.notices.after, say, lang),
    ]),
    ...guideLines(provider, say, lang),
    ...part(say('lost'), lostLines(provider, say, lang)),
    ...part(say('recoveries', { id: provider.id }), recoveries),
    ...part(say('help'), helps.length > 0 ? helps : [say('noHelp')]),
    say('source'),
    say('manual', { manual, confirmed }),
    ...part(
      say('inferred'),
      provider.inferred.map((text) => say('item', { text })),
    ),
  ]
}
