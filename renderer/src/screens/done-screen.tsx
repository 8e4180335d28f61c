import { useEffect, useState } from 'react'
import type { RunId } from '../../../shared/base/ids.ts'
import type { Problem } from '../../../shared/base/problem.ts'
import type { RunView } from '../../../shared/ipc/run-calls.ts'
import { foldRun } from '../../../shared/journal/fold-run.ts'
import type { Proof } from '../../../shared/proof/proof.ts'
import { sayRecord } from '../../../shared/words/say-record.ts'
import { doneWords } from '../../../shared/words/window/done.ts'
import { kitWords } from '../../../shared/words/window/kit.ts'
import { Box } from '../parts/box.tsx'
import { Button } from '../parts/button.tsx'
import { ScreenHeading } from '../parts/heading.tsx'
import { HelpLines } from '../parts/help-lines.tsx'
import { NextThings } from '../parts/next-things.tsx'
import { ProblemBox } from '../parts/problem-box.tsx'
import { RecordDetails } from '../parts/record-details.tsx'
import { LastWays, RunWays } from '../parts/run-ways.tsx'
import { ThreeLines } from '../parts/three-lines.tsx'
import { useCall } from '../use-call.ts'
import { useWindow } from '../window-state.ts'

/** May a new password be in force? What the provider wants done with it is told only then. */
const mayBeNew = ({ mailboxes, logins }: Proof): boolean => [...mailboxes, ...logins].some(({ portal }) => portal !== 'unchanged')

/** What holds the run up now, and what it stopped with last (a put-back that was refused): each once. */
function problemsOf({ entries, row, proof }: RunView, heldBy: Problem | null): readonly Problem[] {
  const last = foldRun(entries).stopped?.problem ?? null
  const all = [
    ...(heldBy ? [heldBy] : []),
    ...(proof?.problems ?? []),
    ...(last ? [last] : []),
    ...(row.problem ? [row.problem] : []),
  ]
  return [...new Map(all.map((problem) => [JSON.stringify(problem), problem])).values()]
}

/** What can be done with a run now, and what the person has left to do. */
function Ways({ view }: { readonly view: RunView }) {
  const { proof } = view
  return (
    <>
      <RunWays view={view} />
      {proof && <NextThings next={proof.next} />}
      {proof && mayBeNew(proof) && proof.notices.length > 0 && <Notices notices={proof.notices} />}
      {proof && proof.help.length > 0 && <HelpLines help={proof.help} />}
      {proof && <RecordDetails proof={proof} />}
      <LastWays view={view} />
    </>
  )
}

function Notices({ notices }: Pick<Proof, 'notices'>) {
  const { say, lang } = useWindow()
  return (
    <Box look="warning" title={say(doneWords.notices)}>
      <ul className="list-disc pl-6">
        {notices.map((notice) => (
          <li key={notice.ja}>{notice[lang]}</li>
        ))}
      </ul>
    </Box>
  )
}

function Ending({ view, heldBy }: { readonly view: RunView; readonly heldBy: Problem | null }) {
  const { say, lang } = useWindow()
  const { plan, proof } = view
  const record = proof ? sayRecord(proof, lang) : null
  const problems = problemsOf(view, heldBy)
  return (
    <>
      <ScreenHeading lead={record?.meaning}>{record?.headline ?? say(doneWords.problems)}</ScreenHeading>
      {proof?.practice && (
        <Box look="warning">
          <p className="font-bold">{say(doneWords.practice)}</p>
        </Box>
      )}
      {proof && <ThreeLines proof={proof} />}
      {problems.map((problem) => (
        <ProblemBox key={JSON.stringify(problem)} problem={problem} provider={plan.sheets[0]?.provider ?? null} focus={false} />
      ))}
      <Ways view={view} />
    </>
  )
}

interface DoneScreenProps {
  readonly run: RunId
  /** What the call that carried it out said besides. */
  readonly heldBy: Problem | null
}

/** What a run came to, read from its journal and from nothing else: the proof in three lines, what is left to do, and every way on. */
export function DoneScreen({ run, heldBy }: DoneScreenProps) {
  const { say, go } = useWindow()
  const { run: readRun, problem } = useCall('readRun')
  const [known, setKnown] = useState<{ readonly run: RunId; readonly view: RunView } | null>(null)
  useEffect(() => {
    const read = async (): Promise<void> => {
      const found = await readRun({ run })
      if (found !== null) setKnown({ run, view: found })
    }
    void read()
  }, [readRun, run])
  if (problem)
    return (
      <>
        <ScreenHeading>{say(doneWords.problems)}</ScreenHeading>
        <ProblemBox problem={problem}>
          <Button onPress={() => go({ at: 'history' })}>{say(doneWords.toHistory)}</Button>
          <Button onPress={() => go({ at: 'start' })}>{say(kitWords.toStart)}</Button>
        </ProblemBox>
      </>
    )
  // Another run's result may have been asked for meanwhile: what stood for the last one is not shown for it.
  return known?.run !== run ? <p role="status">{say(kitWords.busy)}</p> : <Ending view={known.view} heldBy={heldBy} />
}
