import { fillSentence } from '../fill-sentence.ts'
import type { InBoth, Lang } from '../lang.ts'

const words = {
  named: { ja: '{host}（{said}）', en: '{host} ({said})' },
  port: { ja: '番号 {port}', en: 'port {port}' },
  encrypted: { ja: '暗号化する', en: 'encrypted' },
  plain: { ja: '暗号化しない', en: 'not encrypted' },
} as const satisfies Readonly<Record<string, InBoth>>

const form = /^(pop3|imap|smtp)(s?):\/\/(\[[^\]]+\]|[^/:?@\s]+)(?::(\d+))?(?:\?security=(none))?$/

/**
 * A server as people compare it with their paper: its name first, then what else the paper said of it. Takes the form that sheets and questions have
 * for it (`pop3://host:110`); whatever is not of that form is answered as it is.
 */
export function sayServer(url: string, lang: Lang): string {
  const [, protocol, tls, host, port, none] = form.exec(url) ?? []
  if (protocol === undefined || host === undefined) return url
  const said = [
    protocol.toUpperCase(),
    ...(port === undefined ? [] : [fillSentence(words.port[lang], { port }, lang)]),
    ...(tls === 's' ? [words.encrypted[lang]] : none === undefined ? [] : [words.plain[lang]]),
  ]
  return fillSentence(words.named[lang], { host, said: said.join(lang === 'ja' ? '、' : ', ') }, lang)
}
