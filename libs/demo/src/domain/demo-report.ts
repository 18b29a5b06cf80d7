/** How somebody signs in to the demo. */
export interface DemoAccount {
  readonly role: string;
  readonly email: string;
  readonly password: string;
  readonly organization: string;
}

export interface DemoReport {
  readonly cities: number;
  readonly organizations: number;
  readonly opportunities: number;
  readonly proposals: number;
  readonly consultingRequests: number;
  readonly accounts: readonly DemoAccount[];
}
