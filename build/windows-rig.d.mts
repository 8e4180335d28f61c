export declare const rigFolder: (root: string) => string
export declare const rigFits: boolean
export declare const rigStands: (root: string) => boolean
export declare const wineEnvironment: (prefix: string, home: string, user: string) => Record<string, string>
export declare const firstUser: string
export declare function makeRig(root: string): void
