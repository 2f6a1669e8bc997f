export { appendLog, BY_PLATFORM } from "./append-log";
export { dealLogFile } from "./log-file.service";
export { dealLogKeys, type LogPublicKey, rotateLogKey } from "./log-keys";
export { logActor, logOffer } from "./log-offer";
export { logReservation, logReservationStart } from "./log-reservation";
