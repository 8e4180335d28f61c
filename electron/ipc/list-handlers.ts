import { ok, type Result } from '../../shared/base/result.ts'
import type { Handlers, Input, Output } from '../../shared/ipc/contract.ts'
import { endpointUrl } from '../../shared/mail/endpoint.ts'
import { checkedCsv } from '../../shared/words/window/checked-table.ts'
import type { ListRow } from '../road/app.ts'
import type { WindowNeeds } from './window-needs.ts'

type Needs = Pick<WindowNeeds, 'app' | 'tell' | 'underWay' | 'files' | 'desktop' | 'lang'>
type CheckedRow = Extract<Parameters<WindowNeeds['tell']>[0], { type: 'checked' }>['row']

const rowOf = ({ line, address, probes, problem }: ListRow): CheckedRow => ({
  line,
  address,
  ok: problem === null && probes.every((report) => report.ok),
  probes: probes.map(({ endpoint, ok: fine, ms, problem }) => ({
    url: endpointUrl(endpoint),
    ok: fine,
    ms: Math.round(ms),
    problem,
  })),
  problem,
})

/** Checks row by row; each is told and kept, so that all can be written down afterwards. */
function checkList(
  { app, tell, underWay, files }: Needs,
  { file, atOnce }: Input<'checkList'>,
  keep: (row: CheckedRow) => void,
): Promise<Result<Output<'checkList'>>> {
  return underWay.during({ what: 'list' }, async (stop) => {
    const given = files.find(file)
    if (!given.ok) return given
    const rows = await app.probeList(given.value, { atOnce, ca: undefined, stop })
    if (!rows.ok) return rows
    const counts = { ok: 0, failed: 0 }
    for await (const row of rows.value) {
      const checked = rowOf(row)
      counts[checked.ok ? 'ok' : 'failed'] += 1
      keep(checked)
      tell({ type: 'checked', row: checked })
    }
    return ok(counts)
  })
}

/** Calls about a list of mailboxes, of a visit to an office. Of the list itself nothing is kept, and of each row only what came of it. */
export function listHandlers(needs: Needs): Pick<Handlers, 'chooseList' | 'checkList' | 'saveChecked'> {
  const { app, desktop, files, lang } = needs
  let checked: readonly CheckedRow[] = []
  return {
    chooseList: async () => {
      const file = await desktop.chooseList()
      if (file !== null) files.give(file)
      return ok({ file })
    },
    checkList: (input) => {
      const own: CheckedRow[] = []
      checked = own
      return checkList(needs, input, (row) => own.push(row))
    },
    saveChecked: async () => {
      const file = await desktop.chooseTable('mailboxes.csv')
      if (file === null) return ok({ file })
      const written = await app.writeText(file, checkedCsv(checked, lang.now()))
      return written.ok ? ok({ file }) : written
    },
  }
}
