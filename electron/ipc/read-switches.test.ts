import { expect, test } from 'vitest'
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
])('%j', (argv, switches) => expect(readSwitches(argv)).toEqual(switches))
