/** Something done without a person, at start and every minute. Safe to repeat, also from several processes at once. */
export interface Job {
  /** Letters and dashes; names the queue. */
  name: string;
  run(): Promise<void>;
}
