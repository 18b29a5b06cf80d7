import { CreatePlatform1763700000000 } from './1763700000000-create-platform.js';

/** Every migration, oldest first. Listed by hand: what is not here does not run. */
export const MIGRATIONS = [CreatePlatform1763700000000];
