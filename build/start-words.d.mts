export declare const cannotFetch: string
export declare const standIn: string
export declare const noBuild: string
export declare const noBrowser: (named: string | null) => string
