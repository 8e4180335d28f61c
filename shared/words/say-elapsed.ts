import type { Lang } from './lang.ts'

/** A span of time as people say it; the part of a second that has begun does not count. Never below nothing: clocks are set back. */
export function sayElapsed(ms: number, lang: Lang): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000))
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60]
  const [h, m, s] = lang === 'ja' ? ['時間', '分', '秒'] : [' h ', ' min ', ' s']
  if (hours > 0) return `${hours}${h}${minutes}${m}`.trim()
  return (minutes > 0 ? `${minutes}${m}${rest}${s}` : `${rest}${s}`).trim()
}
