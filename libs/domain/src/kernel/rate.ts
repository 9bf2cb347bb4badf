/** So many times within so many milliseconds, counted from the first of them. */
export interface Rate {
  readonly times: number;
  readonly within: number;
}
