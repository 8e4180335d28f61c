import path from 'node:path'
import { fail, ok, type Result } from '../../shared/base/result.ts'

/** The files a person put into this program's hands: chosen in the system's dialog, dropped onto the window, or made by a rehearsal. */
export interface GivenFiles {
  readonly give: (file: string) => void
  /** Its absolute place; refused (`file-not-chosen`) where only the page has named it. */
  readonly find: (file: string) => Result<string>
}

/** As many as are remembered: more than anybody drops at once. The oldest go first. */
const most = 1_000

/**
 * Nothing is given at first. A page names files by their places, and could name any: another program's, or on Windows one on a server that
 * is sent the person's sign-in merely by being asked. So only a place that came from the person's own hand is ever opened.
 */
export function givenFiles(): GivenFiles {
  const places = new Set<string>()
  return {
    give: (file) => {
      const place = path.resolve(file)
      places.delete(place)
      places.add(place)
      for (const oldest of places) {
        if (places.size <= most) break
        places.delete(oldest)
      }
    },
    find: (file) => {
      const place = path.resolve(file)
      return places.has(place) ? ok(place) : fail('bad-usage', 'after-person', { reason: 'file-not-chosen' })
    },
  }
}
