declare module 'virtual:land-outline' {
  /** Data of an SVG path in the units of `projection.ts`; see build/land-outline.ts. */
  const outline: string;
  export default outline;
}
