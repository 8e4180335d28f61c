import { biglobeEf } from '../biglobe-ef/facts.ts'
import type { Provider } from '../provider.ts'

/**
 * The rehearsal: EFネット's sheet, site and rule on servers of this PC, for the made-up household of `renshu.example` (a domain that cannot
 * exist, RFC 2606). Never recognised for any other address. Where its site listens is only known once it runs (`--portal-url`).
 */
export const practice: Provider = {
  ...biglobeEf,
  id: 'practice',
  name: { ja: '練習用プロバイダー', en: 'Practice provider' },
  domains: ['renshu.example'],
  incoming: [],
  outgoing: [],
  changes: biglobeEf.changes.map((change) => ({ ...change, startUrl: 'http://127.0.0.1/' })),
  help: [],
  source: { manual: 'EFネット事務局 第2報【重要】BIGLOBEパスワード変更のお願い（令和8年6月）', confirmed: '2026-06-26' },
  inferred: ['everything but sheet, flow and rule: the practice site and servers are this program’s own'],
  practice: true,
}
