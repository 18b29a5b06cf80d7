/** A place and how much was found there. Degrees, WGS 84. */
export interface MapPlace {
  id: string;
  name: string;
  language?: string | null;
  lat: number;
  lon: number;
  count: number;
}
