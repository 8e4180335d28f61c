/** Placeholder until the screen is built (W4). */
export const SupportScreen = () => <h1>訪問サポート</h1>
