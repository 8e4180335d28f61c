import { expect, test } from 'vitest'
import { showsWindow } from './shows-window.ts'

test.each([
  ['nobody goes along: no window, display or not', {}, false, true, false],
  ['asked for', { headed: true }, false, true, true],
  ['asked for, though no display was found: the browser says what is wrong', { headed: true }, false, false, true],
  ['somebody goes along', {}, true, true, true],
  ['somebody goes along where there is no display', {}, true, false, false],
  ['somebody goes along and wants no window', { headless: true }, true, true, false],
])('%s', (_name, said, attended, screen, shown) => {
  expect(showsWindow({ headed: false, ...said }, attended, screen)).toBe(shown)
})
