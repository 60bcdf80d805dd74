/** The app as a workspace installed it, or an organisation for all of its workspaces. */
export interface Installation {
  /** The workspace's id (T...), or the organisation's (E...) where it was installed for all of them. */
  id: string;
  enterpriseId?: string;
  name: string;
  botUserId: string;
  botId?: string;
  scopes: readonly string[];
  /** The bot's, encrypted. */
  token: string;
  /** Slack's id of the user who installed it. */
  installedBy: string;
  installedAt: Date;
}

/** Where installations are kept. What changes them is recorded in the audit trail. */
export interface InstallationStore {
  /** In place of an earlier one of the same id, also of one that ended. */
  save(installation: Installation): Promise<void>;
  /** Those of the ids that are installed now, in the order of the ids. */
  find(ids: readonly string[]): Promise<Pick<Installation, 'id' | 'token'>[]>;
  /** Ends what was installed up to `at` and wipes its token; false where there is no such. */
  end(id: string, at: Date): Promise<boolean>;
  /** True the first time a nonce is spent; it is remembered until `at` is `keepMs` ago. */
  spend(nonce: string, at: Date, keepMs: number): Promise<boolean>;
}
