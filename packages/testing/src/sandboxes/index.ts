export type { Fault, FaultySandbox } from "./faulty-server";
export { ILETIMERKEZI_LOGIN, startIletimerkeziSandbox } from "./iletimerkezi-sandbox";
export { NETGSM_LOGIN, type SmsSandbox, startNetgsmSandbox } from "./netgsm-sandbox";
export { type PushSandbox, type SandboxSubscription, startPushSandbox } from "./push-sandbox";
export { type SmtpSandbox, startSmtpSandbox } from "./smtp-sandbox";
