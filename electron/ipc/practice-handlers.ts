import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { Handlers, Output } from '../../shared/ipc/contract.ts'
import type { PracticeStage } from '../road/app.ts'
import type { HeldDrafts } from './held-drafts.ts'
import type { HeldSheets } from './held-sheets.ts'
import type { WindowNeeds } from './window-needs.ts'

/** A rehearsal as the window is told of it. */
export const viewStage = ({ sheetFile, addresses, folder }: PracticeStage): Output<'startPractice'> => ({
  sheetFile,
  addresses: [...addresses],
  folder,
})

/** Papers and plans of a rehearsal lead to a provider that is gone: to a real one, at worst. */
function dropRehearsal(sheets: HeldSheets, drafts: HeldDrafts): void {
  for (const [name, { practice }] of sheets.all()) if (practice) sheets.drop(name)
  for (const [name, { rehearsal }] of drafts.all()) if (rehearsal) drafts.drop(name)
}

/** A provider is not taken away from under a run, which would end at closed doors: `run-busy`. */
function notInUse({ underWay }: Pick<WindowNeeds, 'underWay'>): Result<void> {
  const run = underWay.run()
  return run === null ? ok() : fail('run-busy', 'later', { here: true, run })
}

/** Calls about the practice provider. Neither is heeded while a run is under way. */
export function practiceHandlers(
  needs: Pick<WindowNeeds, 'practice' | 'underWay' | 'files'>,
  sheets: HeldSheets,
  drafts: HeldDrafts,
): Pick<Handlers, 'startPractice' | 'stopPractice'> {
  const { practice, files } = needs
  return {
    startPractice: async ({ provider, faults }) => {
      const free = notInUse(needs)
      if (!free.ok) return free
      dropRehearsal(sheets, drafts)
      const stage = await practice.start(provider, faults)
      if (!stage.ok) return stage
      files.give(stage.value.sheetFile)
      return ok(viewStage(stage.value))
    },
    stopPractice: async () => {
      const free = notInUse(needs)
      if (!free.ok) return free
      dropRehearsal(sheets, drafts)
      await practice.stop()
      return ok({})
    },
  }
}
