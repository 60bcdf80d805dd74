/** How often the language model may still be asked; kept in the database, so that it holds for every replica. */
export interface ModelBudget {
  /** Counts a call for the person (a contact's id) and for all; false, and it may not be made, where a day's calls are used up. */
  take(person: string, now: Date): Promise<boolean>;
}
