/** Placeholder until the screen is built (W4). */
export const HistoryScreen = () => <h1>履歴</h1>
