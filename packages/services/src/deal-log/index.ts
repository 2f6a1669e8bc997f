export { appendLog, BY_PLATFORM } from "./append-log";
export { dealLogFile, negotiationFile } from "./log-file.service";
export { dealLogKeys, type LogPublicKey, logKeyStates, rotateLogKey } from "./log-keys";
export { type LogLine, negotiationLines } from "./log-lines";
export { logActor, offerLogEntry } from "./log-offer";
export { logReservation, logReservationStart } from "./log-reservation";
