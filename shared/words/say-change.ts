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

/** One setting before and after, in words. A password side that is none of the known words is hidden, whatever it holds. */
export const sayChange = (change: SettingChange, lang: Lang): string => {
  const [from, to] = [saySide(change.setting, change.from, lang), saySide(change.setting, change.to, lang)]
  return lang === 'ja'
    ? `${sayName(change.setting, lang)}： ${from} → ${to}`
    : `${sayName(change.setting, lang)}: ${from} → ${to}`
}
