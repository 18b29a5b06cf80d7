import type { Type } from '@nestjs/common';

/** The jobs of the features, lower ones first. */
export const FEATURES: readonly Type[] = [];
