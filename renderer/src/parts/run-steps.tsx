import type { Plan } from '../../../shared/plan/plan.ts'
import type { StepGroup, StepRow } from '../../../shared/screen/step-rows.ts'
import type { Lang } from '../../../shared/words/lang.ts'
import { sayElapsed } from '../../../shared/words/say-elapsed.ts'
import { type StepMoment, sayStep } from '../../../shared/words/steps.ts'
import { runWords } from '../../../shared/words/window/run.ts'
import { sayProblemInWindow } from '../../../shared/words/window/say-in-window.ts'
import { useNow } from '../use-now.ts'
import { useWindow } from '../window-state.ts'
import { type ListedStep, StepList } from './step-list.tsx'

const moments = {
  waiting: 'planned',
  doing: 'doing',
  asking: 'doing',
  done: 'done',
  failed: 'planned',
  unclear: 'planned',
  undone: 'planned',
} as const satisfies Readonly<Record<StepRow['state'], StepMoment>>

/** A step in words, without its address: that stands above the group. */
export const sayRow = ({ step, state }: Pick<StepRow, 'step' | 'state'>, lang: Lang): string =>
  sayStep(step.kind, moments[state], {}, lang)

/** Whose steps these are, as the person knows it. */
function titleOf(plan: Plan, lane: string, preparation: string): string {
  if (lane === '') return preparation
  return plan.logins.find((login) => login.lane === lane)?.login ?? lane
}

/** Time below a second tells nobody anything. */
const worthSaying = (ms: number): boolean => ms >= 1_000

function listed(row: StepRow, now: number, lang: Lang): ListedStep {
  const ms = row.since === null ? row.took : now - row.since
  const time = ms !== null && worthSaying(ms) ? sayElapsed(ms, lang) : null
  const why = row.problem ? sayProblemInWindow(row.problem, lang).what : null
  const more = [time, why].filter((part) => part !== null).join(lang === 'ja' ? '　' : ' – ')
  return { key: row.id, state: row.state, text: sayRow(row, lang), ...(more === '' ? {} : { more }) }
}

interface RunStepsProps {
  readonly plan: Plan
  readonly groups: readonly StepGroup[]
}

/** The steps of a run by mailbox, each with how it stands and how long it has taken. */
export function RunSteps({ plan, groups }: RunStepsProps) {
  const { say, lang } = useWindow()
  const now = useNow(groups.some(({ rows }) => rows.some(({ since }) => since !== null)))
  return groups.map(({ lane, rows }) => {
    const title = titleOf(plan, lane, say(runWords.preparation))
    return (
      <section key={lane} className="mt-4">
        <h3 className="font-bold">{title}</h3>
        <StepList label={title} rows={rows.map((row) => listed(row, now, lang))} />
      </section>
    )
  })
}
