import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser } from '../../electron/portal/browser.ts'
import { takePicture } from '../../electron/portal/take-picture.ts'
import { Secret, secretForms } from '../../shared/base/secret.ts'
import { usualBrowser } from '../fakes/light-browser.ts'
import { labels, tables } from './markups.ts'
import { dropFolder } from '../canary/drop-folder.ts'
import { startSite } from './member-site.ts'
import { newPassword, play, temporaryFolder } from './play.ts'
import { readPng, type Picture } from './png.ts'

const secret = 'Neu3w&ord<9"x'
const shown = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
let browser: Browser
let folder = ''
beforeAll(async () => {
  const found = findBrowser(usualBrowser)
  browser = await chromium.launch({ executablePath: found.ok ? found.value : '' })
  folder = mkdtempSync(path.join(os.tmpdir(), 'pictures-spec-'))
})
afterAll(async () => {
  await browser.close()
  dropFolder(folder)
})

/** Draws the body and takes the picture; also the picture the same page gives with the secret replaced by as many blocks. */
async function shoot(
  name: string,
  body: string,
  prepare: (page: Page) => Promise<void> = async () => {},
): Promise<{ page: Page; picture: Picture; file: string }> {
  const page = await browser.newPage({ viewport: { width: 800, height: 600 } })
  await page.setContent(`<!doctype html><meta charset="utf-8"><body style="margin:0;font:20px monospace;background:#fff">${body}`)
  await prepare(page)
  const file = await takePicture(page, [new Secret(secret)], folder, name)
  if (file === null) throw new Error('no picture')
  return { page, picture: readPng(readFileSync(path.join(folder, file))), file: path.join(folder, file) }
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
const boxOf = async (page: Page, selector: string): Promise<Box> => {
  const box = await page.locator(selector).boundingBox()
  if (!box) throw new Error(`no ${selector}`)
  return box
}
/** How much of the inside of a box is black, 0 to 1. */
function blackness(picture: Picture, box: Box): number {
  let [black, all] = [0, 0]
  for (let y = Math.ceil(box.y) + 2; y < box.y + box.height - 2; y++) {
    for (let x = Math.ceil(box.x) + 2; x < box.x + box.width - 2; x++) {
      all++
      if (picture.at(x, y).every((channel) => channel < 8)) black++
    }
  }
  return black / all
}

describe('what a picture never shows', () => {
  test('fields: passwords whatever is in them, and any field that holds a secret, are black', async () => {
    const body = `<p><input id="a" type="password" value="whatever"></p><p><input id="b"></p><p><textarea id="c"></textarea></p><p><input id="d" value="harmless"></p><p><input id="e" type="button" value="${shown}"></p>`
    const { page, picture } = await shoot('fields', body, async (page) => {
      await page.fill('#b', secret)
      await page.fill('#c', `it is ${secret}!`)
    })
    for (const id of ['#a', '#b', '#c', '#e'])
      expect({ id, black: blackness(picture, await boxOf(page, id)) }).toEqual({ id, black: 1 })
    expect(blackness(picture, await boxOf(page, '#d'))).toBeLessThan(0.3)
    expect(await page.inputValue('#b')).toBe(secret)
    expect((await page.getAttribute('#a', 'style')) ?? '').toBe('')
  })

  const texts: readonly (readonly [string, string])[] = [
    ['as it is', shown],
    ['cut over elements', 'Neu<b>3w</b>&amp;<i>ord</i>&lt;<span><span>9</span>"x</span>'],
    ['with blanks and breaks', 'Neu3w &amp; ord<br>&lt;9"x'],
    ['full-width', 'Ｎｅｕ３ｗ＆ｏｒｄ＜９＂ｘ'],
    ['in other case', shown.toUpperCase().replace('&LT;', '&lt;').replace('&AMP;', '&amp;').replace('&QUOT;', '&quot;')],
    ['base64', Buffer.from(secret).toString('base64')],
    ['in an address', encodeURIComponent(secret)],
  ]
  test.each(texts)('text %s: the picture is that of the same text with every letter a block', async (name, text) => {
    const { page, picture, file } = await shoot(
      `text-${texts.findIndex(([one]) => one === name)}`,
      `<p id="t"><span id="s">${text}</span> yes</p>`,
    )
    const before = await page.innerHTML('#s')
    await page.evaluate(() => {
      const walker = document.createTreeWalker(document.getElementById('s')!, NodeFilter.SHOW_TEXT)
      while (walker.nextNode()) walker.currentNode.nodeValue = walker.currentNode.nodeValue!.replaceAll(/\S/g, '■')
    })
    const plain = await page.screenshot({ fullPage: true, animations: 'disabled', caret: 'hide' })
    expect(Buffer.compare(readFileSync(file), plain)).toBe(0)
    expect(picture.width).toBe(800)
    expect(before).toContain(text.slice(0, 3))
  })

  test('what styles write, what stands for a picture, frames and shadow trees', async () => {
    const body = `<style>#p::before{content:"${secret.replaceAll('"', '\\"')}"}</style><p id="p" style="width:400px;height:30px"></p><img id="i" alt="${shown}" width="300" height="40" src="data:,">
      <iframe id="f" srcdoc="<body style='margin:0;font:20px monospace'><input type=password style='width:200px'>" width="400" height="100"></iframe><div id="h"></div>`
    const { page, picture } = await shoot('others', body, async (page) => {
      await page.evaluate((text) => {
        const root = document.getElementById('h')!.attachShadow({ mode: 'open' })
        root.innerHTML = '<input type="password" style="width:200px"><span id="z"></span>'
        root.getElementById('z')!.textContent = text
      }, secret)
      await page.waitForTimeout(200)
    })
    expect(blackness(picture, await boxOf(page, '#p'))).toBe(1)
    const alt = await boxOf(page, '#i')
    expect(blackness(picture, alt)).toBe(1)
    const inner = (await page.frameLocator('#f').locator('input').boundingBox())!
    expect(blackness(picture, inner)).toBe(1)
    const shadow = (await page.locator('#h input').boundingBox())!
    expect(blackness(picture, shadow)).toBe(1)
  })

  test('a page that keeps writing the secret anew gives no picture', async () => {
    const page = await browser.newPage()
    await page.setContent(
      `<p id="t">${shown}</p><script>const t=document.getElementById('t');new MutationObserver(()=>{if(t.textContent.includes('■'))t.textContent=${JSON.stringify(secret)}}).observe(t,{characterData:true,subtree:true,childList:true})</script>`,
    )
    expect(await takePicture(page, [new Secret(secret)], folder, 'never')).toBeNull()
    expect(readdirSync(folder)).not.toContain('never.png')
  })
})

describe('the pictures of a visit', () => {
  test('one for every page and before everything that is sent, for the owner only, with no secret in any file', async () => {
    const site = await startSite({
      markup: {
        ...labels,
        done: (password) =>
          `${tables.done('')}<p>新しいパスワード: <b id="x">${password.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</b></p>`,
      },
    })
    const evidence = path.join(temporaryFolder(), 'evidence')
    const { played } = await play(site, { evidenceFolder: evidence })
    await site.close()
    expect(played.completed).toBe(true)
    const files = readdirSync(evidence).sort()
    expect(files).toEqual([
      '01-start.png',
      '02-signIn.png',
      '03-sign-in.png',
      '04-user.png',
      '05-change.png',
      '06-commit.png',
      '07-done.png',
    ])
    expect(played.pages.map((page) => page.picture)).toEqual(files)
    for (const file of files) {
      const bytes = readFileSync(path.join(evidence, file))
      expect(statSync(path.join(evidence, file)).mode & 0o777).toBe(0o600)
      for (const form of secretForms(newPassword)) expect(bytes.includes(form)).toBe(false)
    }
    // The filled form: three black fields, each at least as large as a field is.
    const picture = readPng(readFileSync(path.join(evidence, '06-commit.png')))
    let black = 0
    for (let y = 0; y < picture.height; y++)
      for (let x = 0; x < picture.width; x++) if (picture.at(x, y).every((channel) => channel < 8)) black++
    expect(black).toBeGreaterThan(3 * 120 * 12)
    dropFolder(path.dirname(evidence))
  })
})
