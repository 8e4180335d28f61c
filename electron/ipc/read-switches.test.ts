import { describe, expect, test } from 'vitest'
import { openingSwitch } from './opening-switch.ts'
import { readSwitches } from './read-switches.ts'

const nothing = { dataDir: null, browser: null, practice: null, vault: null }

test.each([
  [['electron', '.'], nothing],
  [
    ['electron', '.', '--data-dir=/stick/data', '--browser=edge', '--practice=/p.json', '--vault=file'],
    { ...nothing, dataDir: '/stick/data', browser: 'edge', practice: '/p.json', vault: 'file' as const },
  ],
  [['--data-dir=/a', '--data-dir=/b=c'], { ...nothing, dataDir: '/b=c' }],
  [['--data-dir=', '--vault=memory', '--lang=en'], nothing],
  [['--data-dir', '/a'], nothing],
  [['--browser=/opt/browser'], { ...nothing, browser: '/opt/browser' }],
])('%j', (argv, switches) => expect(readSwitches(argv, false)).toEqual(switches))

describe('the packaged program', () => {
  test('takes a folder, a vault that keeps, and an installed browser by its name', () => {
    const said = ['app', '--data-dir=/stick/data', '--browser=Edge', '--vault=file']
    expect(readSwitches(said, true)).toEqual({ ...nothing, dataDir: '/stick/data', browser: 'Edge', vault: 'file' })
  })

  test.each(['--practice=/p.json', '--browser=/tmp/browser', '--browser=../chrome', '--vault=memory'])('passes over %s', (word) =>
    expect(readSwitches(['app', word], true)).toEqual(nothing),
  )

  test.each([
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '-inspect',
    ' --remote-debugging-port=9222',
    '\t--inspect ',
    '--INSPECT-BRK=0',
    '/remote-debugging-port=9222',
    '--disable-web-security',
    '--host-resolver-rules=MAP * 127.0.0.1',
    '--load-extension=/tmp/x',
    '--renderer-cmd-prefix=/tmp/x',
  ])('does not start with %s', (word) => expect(openingSwitch(['app', '--lang=ja', word])).toBe(word))

  test.each(['--lang=ja', '--no-sandbox', '--updated', '--force-device-scale-factor=1.5', '-psn_0_1', '--data-dir=/a/--inspect'])(
    'starts with %s',
    (word) => expect(openingSwitch(['app', word])).toBeNull(),
  )
})
