/** This process's environment with some variables set, for a process of the platform. */
export const environmentWith = (variables: Record<string, string>): NodeJS.ProcessEnv => ({
  ...process.env,
  ...variables,
});

/** Operations a row, where the caller's environment says. */
export const presetOperations = (): string | undefined => process.env.FAULTS_OPERATIONS;
