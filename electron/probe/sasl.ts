import { createHmac } from 'node:crypto'
import type { Mechanism } from '../../shared/probe/choose-mechanism.ts'

/** One SASL sign-in: the answers to give, in order. */
export interface SaslAnswers {
  /** What may follow the command at once, base64; null when the server has to ask first. */
  readonly initial: string | null
  /** The answer to the server's `step`-th question (from 0), base64, and whether the password is in it; null: no more to say. */
  answer(challenge: string, step: number): { readonly text: string; readonly secret: boolean } | null
}

const encode = (text: string): string => Buffer.from(text, 'utf8').toString('base64')

/** RFC 4616, RFC 2195 and the LOGIN draft. Passwords go out as UTF-8, unchanged. */
export function saslAnswers(mechanism: Mechanism, userName: string, password: string): SaslAnswers {
  if (mechanism === 'PLAIN') {
    const plain = encode(`\0${userName}\0${password}`)
    return { initial: plain, answer: (_challenge, step) => (step === 0 ? { text: plain, secret: true } : null) }
  }
  if (mechanism === 'LOGIN') {
    const answers = [
      { text: encode(userName), secret: false },
      { text: encode(password), secret: true },
    ]
    return { initial: null, answer: (_challenge, step) => answers[step] ?? null }
  }
  return {
    initial: null,
    answer(challenge, step) {
      if (step > 0) return null
      const digest = createHmac('md5', password).update(Buffer.from(challenge, 'base64')).digest('hex')
      // The password itself stays here, but the attempt counts at the server all the same.
      return { text: encode(`${userName} ${digest}`), secret: true }
    },
  }
}
