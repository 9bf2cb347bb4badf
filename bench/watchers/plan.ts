/** What the process of the screens has to know of the process of the server. */
export interface Plan {
  readonly url: string;
  readonly origin: string;
  readonly slug: string;
  readonly meetingId: string;
  /** One session each; the first belongs to the member who runs the meeting. */
  readonly sessions: readonly string[];
}
