import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { MergePart } from './merge-part.js';

/** The parts of all features, found when the application starts. */
@Injectable()
export class MergeParts implements OnModuleInit {
  private found: readonly MergePart[] = [];

  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    const parts = this.discovery.getProviders().map(({ instance }): unknown => instance);
    this.found = [...new Set(parts.filter((part) => part instanceof MergePart))];
  }

  all(): readonly MergePart[] {
    return this.found;
  }
}
