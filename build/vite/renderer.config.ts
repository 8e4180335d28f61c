import path from 'node:path'
import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The window's page. Nothing is inlined: the policy of the page allows scripts and styles from its own files only. */
export default defineConfig({
  root: 'renderer',
  publicDir: false,
  logLevel: 'warn',
  plugins: [react(), tailwind()],
  resolve: { alias: [{ find: /^zod$/, replacement: path.join(import.meta.dirname, 'no-schemas.ts') }] },
  build: {
    target: 'chrome140',
    outDir: '../dist/renderer',
    emptyOutDir: true,
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
})
