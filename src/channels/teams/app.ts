/** The app as Microsoft knows it: a registration in Entra, and the bot that goes with it. */
export interface TeamsApp {
  /** The registration's application (client) id; also the bot's. */
  appId: string;
  type: 'MultiTenant' | 'SingleTenant' | 'UserAssignedMSI';
  /** The client secret; a managed identity has none. */
  password?: string;
  /** Where the registration is at home; absent for a multi-tenant one. */
  tenantId?: string;
  /** Another place for the keys that activities are signed with; Microsoft's own by default. */
  openIdMetadataUrl?: string;
  /** Another place for the app's own tokens, asked at `/oauth2/v2.0/token` below it; Microsoft's own by default. */
  loginUrl?: string;
}
