/** Whether the packages can be signed on this machine. */

/** What has to be known of the machine. */
export type Machine = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What `security find-identity -v -p codesigning` says, on macOS. */
  readonly identities: string;
};

/** Why packages of this system would not be signed, as a sentence; null when they are, or need not be. */
export function missingIdentity({ platform, env, identities }: Machine): string | null {
  const given = (name: string): boolean => (env[name] ?? '') !== '';
  if (platform === 'darwin' && !given('CSC_LINK') && !identities.includes('Developer ID Application')) {
    return 'There is no identity to sign with: macOS would refuse to open the application. Put a "Developer ID Application" certificate into the keychain, or name one in CSC_LINK and CSC_KEY_PASSWORD.';
  }
  if (platform === 'win32' && !given('CSC_LINK') && !given('WIN_CSC_LINK')) {
    return 'There is no certificate to sign with: Windows would warn of an unknown publisher. Name one in WIN_CSC_LINK and WIN_CSC_KEY_PASSWORD.';
  }
  return null;
}
