/**
 * Test files that run in a real Windows Node as well, in one process and in this order. A file belongs here when what it is about differs on
 * Windows; each one skips there what the system does not have, and here what only Windows has.
 */
export const windowsTests: readonly string[] = [
  'electron/os/toolhelp.test.ts',
  'electron/clients/registry/native-registry.test.ts',
  'electron/clients/dpapi-box.test.ts',
  'electron/clients/native-session.test.ts',
  'electron/store/credential-manager.test.ts',
  'electron/store/windows-process-start.test.ts',
  'electron/store/run-lock.test.ts',
  'electron/files/windows-files.test.ts',
  'electron/files/backups.test.ts',
  'electron/clients/profile-lock.test.ts',
  'electron/clients/clients.test.ts',
  'electron/clients/outlook.test.ts',
  'electron/clients/thunderbird.test.ts',
  'electron/clients/by-hand/find-by-hand.test.ts',
  'electron/clients/outlook/find-policies.test.ts',
  'electron/run/outlook-run.test.ts',
  'e2e/windows/road.test.ts',
]
