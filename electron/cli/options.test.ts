import { describe, expect, test } from 'vitest'
import { cliHelp } from '../../shared/words/cli-help.ts'
import { badUsage, readArguments } from './arguments.ts'
import { knownOptions } from './options.ts'

test.each(['ja', 'en'] as const)('the help in %s has every option that is understood, and no other', (lang) => {
  const named = [...cliHelp[lang].matchAll(/--([a-z][a-z-]*)/g)].map(([, name]) => name)
  expect(new Set(named)).toEqual(new Set(Object.keys(knownOptions)))
})

describe('an option that a command would pass over is refused', () => {
  test.each([
    ['read', '--browser=chromium'],
    ['demo', '--skip-portal'],
    ['demo', '--no-thunderbird'],
    ['undo', '--no-thunderbird'],
    ['undo', '--no-outlook'],
  ])('%s %s', (command, option) => {
    const given = `${command} ${option.replace(/=.*/, '')}`
    expect(readArguments([command, option])).toEqual(badUsage(given, 'not-for-this'))
  })
})
