import type { RunId } from '../../../shared/base/ids.ts'

/** Placeholder until the screen is built (W4). */
export const DoneScreen = ({ run }: { readonly run: RunId }) => <h1>完了 {run}</h1>
