import { afterEach, describe, expect, test } from 'vitest'
import { allMarkups } from './markups.ts'
import { startSite, type MemberSite } from './member-site.ts'
import { oddMarkups } from './odd-markups.ts'
import { newPassword, play } from './play.ts'

const looks = { ...allMarkups, ...oddMarkups }
const sites: MemberSite[] = []
afterEach(async () => {
  for (const site of sites.splice(0)) await site.close()
})

describe('the same recipe on sites of every look', () => {
  test.each(Object.keys(looks))('%s: the password is changed, once, and nothing else is touched', async (name) => {
    const site = await startSite({ markup: looks[name]! })
    sites.push(site)
    const told = await play(site)
    expect(told.played).toMatchObject({ commit: 'sent', completed: true, problem: null })
    expect(site.password).toBe(newPassword)
    expect(site.commits()).toBe(1)
    expect(site.touchedDecoys()).toEqual([])
    expect([told.signIns, told.intended]).toEqual([1, 1])
    const first = name === 'inner' ? [] : ['start']
    expect(told.played.pages.map((page) => page.what)).toEqual([
      ...first,
      'signIn',
      'sign-in',
      'user',
      'change',
      'commit',
      'done',
    ])
  })
})
