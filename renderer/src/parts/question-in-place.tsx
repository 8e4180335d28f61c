import { useEffect, useId, useRef, useState } from 'react'
import type { Answer } from '../../../shared/base/ask.ts'
import type { Problem } from '../../../shared/base/problem.ts'
import { longestAnswer } from '../../../shared/ipc/longest-answer.ts'
import { answerLabels, answerWords, anyAnswerLabel } from '../../../shared/words/window/answers.ts'
import { kitWords } from '../../../shared/words/window/kit.ts'
import { sayChoice } from '../../../shared/words/window/say-choice.ts'
import { sayQuestionInWindow } from '../../../shared/words/window/say-in-window.ts'
import { call } from '../api.ts'
import { closeQuestion, type OpenQuestion, useOpenQuestions } from '../open-questions.ts'
import { useWindow } from '../window-state.ts'
import { Button, ButtonRow } from './button.tsx'
import { Choice } from './choice.tsx'
import { Field } from './field.tsx'
import { ProblemBox } from './problem-box.tsx'
import { SecretField } from './secret-field.tsx'

interface AnswerProps {
  readonly question: OpenQuestion
  readonly give: (answer: Answer) => void
}

const YesNo = ({ question, give }: AnswerProps) => {
  const { say } = useWindow()
  const { yes, no } = answerWords[question.name]
  return (
    <ButtonRow>
      <Button look="primary" onPress={() => give(true)}>
        {say(yes)}
      </Button>
      <Button onPress={() => give(false)}>{say(no)}</Button>
    </ButtonRow>
  )
}

function OneOf({ question, give }: AnswerProps) {
  const { say, lang } = useWindow()
  const [value, setValue] = useState<string | null>(null)
  const [missing, setMissing] = useState(false)
  return (
    <form
      className="mt-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (value === null) setMissing(true)
        else give(value)
      }}
    >
      <Choice
        label={say(anyAnswerLabel)}
        value={value}
        onChange={setValue}
        error={missing && value === null ? say(kitWords.chooseOne) : null}
        options={(question.choices ?? []).map((choice) => ({ value: choice, label: sayChoice(question, choice, lang) }))}
      />
      <AnswerButtons question={question} give={give} />
    </form>
  )
}

function Typed({ question, give }: AnswerProps) {
  const { say } = useWindow()
  const [value, setValue] = useState('')
  const [missing, setMissing] = useState(false)
  const tooLong = value.length > longestAnswer
  const error = tooLong
    ? say(kitWords.tooLong, { most: longestAnswer })
    : missing && value === ''
      ? say(kitWords.emptyAnswer)
      : null
  const field = { label: say(answerLabels[question.name] ?? anyAnswerLabel), value, onChange: setValue, error, autoFocus: true }
  return (
    <form
      className="mt-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (tooLong) return
        if (value === '') return setMissing(true)
        give(value)
        // Whatever was typed may be a secret: it does not stay behind.
        setValue('')
      }}
    >
      {question.kind === 'secret' ? <SecretField {...field} /> : <Field {...field} exact />}
      <AnswerButtons question={question} give={give} />
    </form>
  )
}

const AnswerButtons = ({ question, give }: AnswerProps) => {
  const { say } = useWindow()
  const { yes, no } = answerWords[question.name]
  return (
    <ButtonRow>
      <Button look="primary" type="submit">
        {say(yes)}
      </Button>
      <Button look="quiet" onPress={() => give(null)}>
        {say(no)}
      </Button>
    </ButtonRow>
  )
}

/** One question of the main process, put where the person is looking. It takes the focus; what is typed is let go of with the answer. */
export function QuestionInPlace({ question }: { readonly question: OpenQuestion }) {
  const { say, lang } = useWindow()
  const id = useId()
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    if (question.kind === 'yes-no' || question.kind === 'choice') box.current?.focus()
  }, [question])
  const [refused, setRefused] = useState<Problem | null>(null)
  // It goes once its answer has come to somebody: a question that vanishes while the run still waits cannot be answered by anyone.
  const give = (value: Answer): void => {
    const work = async (): Promise<void> => {
      setRefused(null)
      const answered = await call('answer', { question: question.question, value })
      if (answered.ok || answered.problem.facts['reason'] === 'no-open-question') closeQuestion(question.question)
      else setRefused(answered.problem)
    }
    void work()
  }
  const Form = question.kind === 'yes-no' ? YesNo : question.kind === 'choice' ? OneOf : Typed
  return (
    <section
      ref={box}
      tabIndex={-1}
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      className="my-6 rounded-8 border-2 border-blue-900 bg-blue-50 px-5 py-4"
    >
      <h2 id={`${id}-title`} className="text-[1.125rem] font-bold">
        {say(kitWords.question)}
      </h2>
      <p id={`${id}-text`} className="mt-1 max-w-3xl whitespace-pre-line">
        {sayQuestionInWindow(question, lang)}
      </p>
      <Form question={question} give={give} />
      {refused && <ProblemBox problem={refused} />}
    </section>
  )
}

/** All questions that stand, oldest first, each in its place. */
export const OpenQuestions = () =>
  useOpenQuestions().map((question) => <QuestionInPlace key={question.question} question={question} />)
