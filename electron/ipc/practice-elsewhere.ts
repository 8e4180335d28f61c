import { readFile } from 'node:fs/promises'
import { errnoOf } from '../../shared/base/errno.ts'
import { fail, ok } from '../../shared/base/result.ts'
import { z } from '../../shared/base/zod.ts'
import type { App, PracticeStage } from '../road/app.ts'

/** What `mail-migrate practice --json` says of the practice provider it keeps running. */
const stage = z.object({
  folder: z.string(),
  provider: z.string(),
  portalUrl: z.url(),
  incoming: z.string(),
  outgoing: z.string(),
  sheetFile: z.string(),
  caFile: z.string(),
  thunderbirdRoot: z.string(),
  addresses: z.array(z.string()),
})

async function readStage(file: string) {
  try {
    const read = stage.safeParse(JSON.parse(await readFile(file, 'utf8')))
    return read.success ? ok(read.data) : fail('file-unreadable', 'after-person', { file, reason: 'no-practice' })
  } catch (error) {
    if (errnoOf(error) === null && !(error instanceof SyntaxError)) throw error
    return fail('file-unreadable', 'after-person', { file })
  }
}

/** A practice provider that another process keeps running: to be taken as if it had been started here, and how it stands now. */
export interface PracticeElsewhere {
  readonly start: App['startPractice']
  /** Null where nothing is described any more. */
  readonly now: () => Promise<PracticeStage | null>
}

/**
 * A practice provider that another process keeps running (a trainer's, for several windows), as described in `file`. It outlives the window, so that a
 * rehearsal can be broken off and taken up again.
 */
export function practiceElsewhere(file: string): PracticeElsewhere {
  const read = async () => {
    const found = await readStage(file)
    return found.ok ? ok({ ...found.value, stop: async () => undefined }) : found
  }
  return {
    start: read,
    now: async () => {
      const found = await read()
      return found.ok ? found.value : null
    },
  }
}
