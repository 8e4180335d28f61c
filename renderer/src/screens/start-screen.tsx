/** Placeholder. */
export const StartScreen = () => <h1>はじめに</h1>
