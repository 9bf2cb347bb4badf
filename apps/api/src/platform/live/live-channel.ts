/** One channel that all processes speak into and listen to. */
export abstract class LiveChannel {
  /** Set once, by `Live`. Listening begins, and begins again after every break, by itself. */
  abstract listen(hear: (text: string) => void): void;
  abstract say(text: string): Promise<void>;
  abstract close(): Promise<void>;
}
