/** What the subscription billing schedule can be had as; the slot's normal forms (INTENTS.md). */
export const SCHEDULE_FORMATS = ['csv', 'pdf', 'ics'] as const;
export type ScheduleFormat = (typeof SCHEDULE_FORMATS)[number];
