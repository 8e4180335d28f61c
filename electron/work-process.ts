import { ownPort } from './work/own-port.ts'
import { serveWork } from './work/serve-work.ts'

// Run as a process of its own by the window: visits to member sites and the drawing of papers. Nothing is asked of it but over its pipe.
// Each piece of work loads what it needs and nothing else: half a second of fonts is nothing a visit should wait for.
serveWork(ownPort(process), {
  play: async (order) => {
    const { playRecipeWithin, usualLimits } = await import('./portal/play-recipe.ts')
    // The browser is tidied up behind the last word: whoever wishes to stop is answered at once.
    return playRecipeWithin(usualLimits, undefined, 0)(order)
  },
  draw: async (proof, lang) => (await import('./papers/record-pdf.ts')).writeRecordPdf(proof, {}, lang),
})
