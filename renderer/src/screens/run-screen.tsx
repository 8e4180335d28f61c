import type { RunTask } from '../flow.ts'
import { OpenQuestions } from '../parts/question-in-place.tsx'

/** Placeholder until the screen is built (W4). */
export const RunScreen = ({ task }: { readonly task: RunTask }) => (
  <>
    <h1>実行 ({task.how})</h1>
    <OpenQuestions />
  </>
)
