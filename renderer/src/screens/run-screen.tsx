import { useEffect, useRef } from 'react'
import type { Plan } from '../../../shared/plan/plan.ts'
import { type StepGroup, stepRows } from '../../../shared/screen/step-rows.ts'
import { isPuttingBack, stopMeaning } from '../../../shared/screen/stop-meaning.ts'
import { doneWords } from '../../../shared/words/window/done.ts'
import { kitWords } from '../../../shared/words/window/kit.ts'
import { runWords } from '../../../shared/words/window/run.ts'
import { hindranceHere } from '../../../shared/words/window/say-in-window.ts'
import { wayNames } from '../../../shared/words/window/way-names.ts'
import type { RunTask } from '../flow.ts'
import { beginRun, type LiveRun, useLiveRun, wishToStop } from '../live-run.ts'
import { useOpenQuestions } from '../open-questions.ts'
import { Button, ButtonRow } from '../parts/button.tsx'
import { ScreenHeading } from '../parts/heading.tsx'
import { NowBox } from '../parts/now-box.tsx'
import { PagePicture } from '../parts/page-picture.tsx'
import { PasswordCard } from '../parts/password-card.tsx'
import { ProblemBox } from '../parts/problem-box.tsx'
import { OpenQuestions } from '../parts/question-in-place.tsx'
import { RunSteps, sayRow } from '../parts/run-steps.tsx'
import { StopButton } from '../parts/stop-button.tsx'
import { useWindow } from '../window-state.ts'

/** Says aloud what has ended since the last time, so that nobody has to look for it. */
function useSpokenSteps(groups: readonly StepGroup[]): void {
  const { announce, lang } = useWindow()
  const told = useRef(new Map<string, string>())
  useEffect(() => {
    const news: string[] = []
    for (const row of groups.flatMap(({ rows }) => rows)) {
      const before = told.current.get(row.id)
      told.current.set(row.id, row.state)
      if (before !== undefined && before !== row.state && row.state !== 'waiting' && row.state !== 'asking')
        news.push(sayRow(row, lang))
    }
    // One step ends where the next begins: said one after the other, the second would take the place of the first.
    if (news.length > 0) announce(news.join(lang === 'ja' ? '。' : '. '))
  }, [groups, announce, lang])
}

/** The focus stood in a question that is gone: back to the content, not to the window's edge. */
function useFocusBack(asking: boolean): void {
  const asked = useRef(false)
  useEffect(() => {
    if (asked.current && !asking) document.getElementById('content')?.focus({ preventScroll: true })
    asked.current = asking
  }, [asking])
}

/** Are settings being put back? Who looks on reads it off the journal; who takes a run up again may find an undo in it that was cut short. */
const isUndo = ({ task, entries }: LiveRun): boolean => task.how === 'undo' || (task.how === 'watch' && isPuttingBack(entries))

function Working({ live, plan }: { readonly live: LiveRun; readonly plan: Plan }) {
  const { say, go, announce } = useWindow()
  // While settings are put back no step of the plan is ahead.
  const undoing = isUndo(live)
  const groups = stepRows(plan, live.entries, undoing || live.ended ? null : live.since)
  useSpokenSteps(groups)
  const questions = useOpenQuestions()
  useFocusBack(questions.length > 0)
  // Whoever acts by own hand may have to see what is to be typed.
  const byHand = questions.some(({ name }) => name === 'acted-by-hand')
  const stop = (): void => {
    announce(say(runWords.stopsSoon))
    wishToStop(live.run)
  }
  return (
    <>
      <NowBox live={live} groups={groups} undoing={undoing} />
      <OpenQuestions />
      {byHand && (
        <div className="mt-4">
          <PasswordCard run={live.run} atSite />
        </div>
      )}
      <ButtonRow>
        {live.elsewhere ? (
          <p className="w-full font-bold">{say(runWords.elsewhere)}</p>
        ) : (
          <StopButton meaning={stopMeaning(plan, live.entries, undoing)} stopping={live.stopping} onStop={stop} />
        )}
        {live.task.how === 'watch' && <Button onPress={() => go({ at: 'history' })}>{say(doneWords.toHistory)}</Button>}
      </ButtonRow>
      <div className="mt-2 gap-8 md:grid md:grid-cols-2">
        <div>
          <h2 className="mt-6 text-[1.125rem] font-bold">{say(runWords.steps)}</h2>
          <RunSteps plan={plan} groups={groups} />
        </div>
        <div>{live.picture && <PagePicture run={live.run} {...live.picture} />}</div>
      </div>
    </>
  )
}

/** Its journal is being read, which takes a moment; whoever does not want to wait finds it in the list. */
function Begins() {
  const { say, go } = useWindow()
  return (
    <>
      <p role="status" className="mt-6">
        {say(runWords.begins)}
      </p>
      <ButtonRow>
        <Button onPress={() => go({ at: 'history' })}>{say(doneWords.toHistory)}</Button>
      </ButtonRow>
    </>
  )
}

/** Nothing came to be: no journal tells more, so the way on stands here. */
function Held({ live }: { readonly live: LiveRun }) {
  const { say, go } = useWindow()
  if (live.problem === null) return null
  const provider = live.plan?.sheets[0]?.provider ?? null
  return (
    <ProblemBox problem={live.problem} provider={provider}>
      <Button look="primary" onPress={() => beginRun(live.task, true)}>
        {say(kitWords.again)}
      </Button>
      {hindranceHere(live.problem) === 'list' && <Button onPress={() => go({ at: 'support' })}>{say(wayNames.support)}</Button>}
      {hindranceHere(live.problem) === 'run' && <Button onPress={() => go({ at: 'history' })}>{say(wayNames.history)}</Button>}
      {live.entries.length > 0 && <Button onPress={() => go({ at: 'done', run: live.run })}>{say(runWords.toEnd)}</Button>}
      <Button onPress={() => go({ at: 'start' })}>{say(kitWords.toStart)}</Button>
    </ProblemBox>
  )
}

/** The run as it happens: what is being done, what is asked, how far it is, and an honest way to stop. Behind its last line the ending stands. */
export function RunScreen({ task }: { readonly task: RunTask }) {
  const { say, go } = useWindow()
  const live = useLiveRun()
  // Whoever is asked something is not told to wait.
  const asking = useOpenQuestions().length > 0
  useEffect(() => beginRun(task), [task])
  const over = live !== null && live.task === task && live.ended && live.problem === null
  const run = live?.run
  const problem = live?.heldBy ?? null
  useEffect(() => {
    if (over && run !== undefined) go({ at: 'done', run, problem })
  }, [over, run, problem, go])
  if (live === null || live.task !== task) return null
  const held = live.ended && live.problem !== null
  const undoing = isUndo(live)
  const lead = asking ? runWords.answerNow : undoing ? runWords.stayOnUndo : runWords.stayOn
  const title = held ? runWords.held : undoing ? runWords.titleUndo : runWords.title
  return (
    <>
      <ScreenHeading lead={held ? undefined : say(lead)}>{say(title)}</ScreenHeading>
      {(held || live.plan === null) && <OpenQuestions />}
      {held ? <Held live={live} /> : live.plan === null ? <Begins /> : <Working live={live} plan={live.plan} />}
    </>
  )
}
