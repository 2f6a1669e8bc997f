/** Operations a row, where the caller's environment says. */
export const presetOperations = (): string | undefined => process.env.FAULTS_OPERATIONS;
