/** The fuses that are burned into the packaged program: data for the packaging and for the test that compares them. */

/** Each fuse of Electron by its name in `@electron/fuses`, and whether it is on. */
export const fuses = {
  /** The program cannot be used as a plain Node. */
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
  WasmTrapHandlers: true,
} as const;
