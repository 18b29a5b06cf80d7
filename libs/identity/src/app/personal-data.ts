import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { PersonalDataSource } from '#libs/kernel';

/** Every source of personal data in this process, found among the providers of its features. */
@Injectable()
export class PersonalData implements OnModuleInit {
  private found: readonly PersonalDataSource[] = [];

  constructor(private readonly discovery: DiscoveryService) {}

  /** @throws Error when two sources have one name: one would hide the other */
  onModuleInit(): void {
    const sources = new Map<string, PersonalDataSource>();
    for (const { instance } of this.discovery.getProviders()) {
      if (!(instance instanceof PersonalDataSource)) continue;
      const known = sources.get(instance.name);
      if (known && known !== instance) throw new Error(`Two sources of personal data: "${instance.name}".`);
      sources.set(instance.name, instance);
    }
    this.found = [...sources.values()].sort((one, other) => one.name.localeCompare(other.name));
  }

  /** By name. */
  sources(): readonly PersonalDataSource[] {
    return this.found;
  }
}
