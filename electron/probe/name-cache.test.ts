import { describe, expect, it } from 'vitest'
import { nameCache } from './name-cache.ts'

const ask = (lookup: ReturnType<typeof nameCache>, name: string, options: { all?: boolean; family?: number } = {}) =>
  new Promise<unknown[]>((resolve) => lookup(name, options, (...answer) => resolve(answer)))

describe('names of one list', () => {
  it('asks once a name, however many want it', async () => {
    const asked: string[] = []
    const lookup = nameCache(async (name) => {
      asked.push(name)
      return [
        { address: '192.0.2.1', family: 4 },
        { address: '2001:db8::1', family: 6 },
      ]
    })
    const answers = await Promise.all([
      ask(lookup, 'a', { all: true }),
      ask(lookup, 'a'),
      ask(lookup, 'a', { family: 6 }),
      ask(lookup, 'b'),
    ])
    expect(asked).toEqual(['a', 'b'])
    expect(answers[0]).toEqual([
      null,
      [
        { address: '192.0.2.1', family: 4 },
        { address: '2001:db8::1', family: 6 },
      ],
    ])
    expect(answers[1]).toEqual([null, '192.0.2.1', 4])
    expect(answers[2]).toEqual([null, '2001:db8::1', 6])
  })

  it('does not keep a failure', async () => {
    let calls = 0
    const lookup = nameCache(async () => {
      if (++calls === 1) throw Object.assign(new Error('no'), { code: 'ENOTFOUND' })
      return [{ address: '192.0.2.1', family: 4 }]
    })
    expect(await ask(lookup, 'a')).toMatchObject([{ code: 'ENOTFOUND' }, '', 0])
    expect(await ask(lookup, 'a')).toEqual([null, '192.0.2.1', 4])
  })

  it('a name without an address of the wanted kind is not found', async () => {
    expect(
      await ask(
        nameCache(async () => []),
        'a',
      ),
    ).toMatchObject([{ code: 'ENOTFOUND' }, '', 0])
  })
})
