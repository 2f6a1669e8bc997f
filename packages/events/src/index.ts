export {
  type ConsumedBy,
  type ConsumerContract,
  type ConsumerId,
  consumers,
  QUEUES,
  type Queue,
  type ScheduleContract,
  type ScheduleId,
  schedules,
  unheardEvents,
} from "./consumers";
export type { AggregateType, EventDefinition } from "./define-event";
export { GROUP_NAMES, RELAY, SCHEDULES } from "./groups";
export {
  type EventName,
  type EventNamed,
  type EventOf,
  eventDefinitions,
  eventNames,
  findEvent,
  type PayloadOf,
  parseEvent,
} from "./registry";
