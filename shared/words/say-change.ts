import type { SettingChange } from '../client/mail-client.ts'
import { security } from '../mail/endpoint.ts'
import type { InBoth, Lang } from './lang.ts'
import { sayName, securityWords } from './settings.ts'

/** A password's sides are never its value but what was there and what is there. */
const passwordSides: Readonly<Record<string, InBoth>> = {
  stored: { ja: '保存されていた前のもの', en: 'the old one, stored' },
  none: { ja: '保存なし', en: 'not stored' },
  new: { ja: '新しいもの', en: 'the new one' },
}

function saySide(setting: string, side: string, lang: Lang): string {
  if (/password$/i.test(setting)) return passwordSides[side]?.[lang] ?? '•••'
  const known = security.safeParse(side)
  if (setting.endsWith('.security') && known.success) return securityWords[known.data][lang]
  return side === '' ? (lang === 'ja' ? '（空欄）' : '(empty)') : side
}

/** One setting with its two sides, in words. A password side that is none of the known words is hidden, whatever it holds. */
export const sayChangeParts = ({ setting, from, to }: SettingChange, lang: Lang) => ({
  name: sayName(setting, lang),
  from: saySide(setting, from, lang),
  to: saySide(setting, to, lang),
})

/** One setting before and after, in one line. */
export const sayChange = (change: SettingChange, lang: Lang): string => {
  const { name, from, to } = sayChangeParts(change, lang)
  return lang === 'ja' ? `${name}： ${from} → ${to}` : `${name}: ${from} → ${to}`
}
