declare global {
  /**
   * The wish to stop and the deadline, as everything that waits takes it. Only what shared/ needs is declared here;
   * Node and the DOM merge their full AbortSignal into it.
   */
  interface AbortSignal {
    readonly aborted: boolean
  }
}

export type StopSignal = AbortSignal
