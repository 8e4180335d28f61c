import type { Lang } from './lang.ts'

const written = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/

const twoDigits = (value: number): string => String(value).padStart(2, '0')

/**
 * A moment as people write it. ISO with an offset keeps the clock it was written by; UTC (`Z`) is brought to the clock of
 * the PC. Null for anything that is no such moment.
 */
export function sayTime(iso: string, lang: Lang): string | null {
  const found = written.exec(iso)
  if (!found || Number.isNaN(Date.parse(iso))) return null
  const local = new Date(iso)
  const [year, month, day, hour, minute] =
    found[6] === 'Z'
      ? [local.getFullYear(), local.getMonth() + 1, local.getDate(), local.getHours(), local.getMinutes()]
      : [1, 2, 3, 4, 5].map((at) => Number(found[at]))
  const clock = `${hour}:${twoDigits(minute!)}`
  return lang === 'ja' ? `${year}年${month}月${day}日 ${clock}` : `${year}-${twoDigits(month!)}-${twoDigits(day!)} ${clock}`
}
