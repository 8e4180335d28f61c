import path from 'node:path'
import { errnoOf } from '../../shared/base/errno.ts'
import { fileProblem } from '../../shared/base/file-problem.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { Proof } from '../../shared/proof/proof.ts'
import type { Lang } from '../../shared/words/lang.ts'

/** Replaces a file wholly or not at all, readable by the user only. */
export type ReplaceFile = (file: string, bytes: Uint8Array) => Promise<void>

/** Draws the A4 page of a proof, as PDF. */
export type DrawRecord = (proof: Proof, lang: Lang) => Promise<Uint8Array>

// The font is 4.5 MB: only who prints loads it.
const drawHere: DrawRecord = async (proof, lang) => (await import('./record-pdf.ts')).writeRecordPdf(proof, {}, lang)

/** The record's file, and where its JSON proof goes: beside it, under the same name. */
export function recordPlaces(file: string): { readonly pdf: string; readonly json: string } {
  const pdf = path.resolve(file)
  return { pdf, json: path.join(path.dirname(pdf), `${path.basename(pdf, path.extname(pdf))}.json`) }
}

/** Writes the A4 record and the JSON proof beside it, each wholly or not at all, readable by the user only. Neither holds a secret. */
export async function saveRecord(
  proof: Proof,
  file: string,
  lang: Lang,
  replace: ReplaceFile,
  draw: DrawRecord = drawHere,
): Promise<Result<{ readonly pdf: string; readonly json: string }>> {
  const { pdf, json } = recordPlaces(file)
  try {
    const page = await draw(proof, lang)
    await replace(json, Buffer.from(`${JSON.stringify(proof, null, 2)}\n`))
    await replace(pdf, page)
    return ok({ pdf, json })
  } catch (error) {
    // A paper that cannot be drawn is a bug, but the run behind it has ended: that is told first, and the bug beside it.
    if (errnoOf(error) === null) return fail('unexpected', 'later', { where: 'record' })
    return fileProblem(error, pdf, 'writing')
  }
}
