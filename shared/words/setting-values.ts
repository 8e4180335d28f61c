import { security } from '../mail/endpoint.ts'
import type { Lang } from './lang.ts'
import { securityWords } from './settings.ts'

const passwordStates: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  stored: { ja: '保存されている', en: 'stored' },
  none: { ja: '保存されていない', en: 'not stored' },
  new: { ja: '新しいパスワード', en: 'the new password' },
  locked: { ja: 'プライマリパスワードで保護されている', en: 'guarded by the primary password' },
}

/** A setting's value for people: encryption and password states in words, everything else as it stands. */
export function sayValue(setting: string, value: string, lang: Lang): string {
  if (setting.endsWith('security')) {
    const found = security.safeParse(value)
    return found.success ? securityWords[found.data][lang] : value
  }
  if (/password$/i.test(setting)) return passwordStates[value]?.[lang] ?? value
  return value
}
