import { Injectable } from '@nestjs/common';
import { TtnConfig } from '#libs/platform/config';
import { pageCard, type PageCard } from '../domain/page-card.js';
import { publicPage } from './public-page.js';

const KEPT = 500;
const KEPT_MS = 60 * 60_000;
/** Pages fetched at the same time by one process. */
const AT_ONCE = 4;

export interface LinkCard extends PageCard {
  readonly host: string;
}

/**
 * What linked pages say of themselves, of hosts the operator named and of no others; off where none is named. Fetched
 * once an hour at most, whoever asks.
 */
@Injectable()
export class LinkCards {
  private readonly hosts: ReadonlySet<string>;
  private readonly kept = new Map<string, { at: number; card: Promise<LinkCard | null> }>();
  private fetching = 0;

  constructor(config: TtnConfig) {
    this.hosts = new Set(config.LINK_CARD_HOSTS.split(',').filter((host) => host !== ''));
  }

  get isOn(): boolean {
    return this.hosts.size > 0;
  }

  /** Null for a host that is not named, and for a page that is not there or has no title. */
  async of(link: string): Promise<LinkCard | null> {
    const address = URL.canParse(link) ? new URL(link) : undefined;
    if (!address || !this.hosts.has(address.hostname)) return null;
    address.hash = '';
    const known = this.kept.get(address.href);
    if (known && Date.now() - known.at < KEPT_MS) return known.card;
    if (this.fetching >= AT_ONCE) return null;
    if (this.kept.size >= KEPT) this.kept.clear();
    const card = this.fetch(address);
    this.kept.set(address.href, { at: Date.now(), card });
    return card;
  }

  private async fetch(address: URL): Promise<LinkCard | null> {
    this.fetching += 1;
    try {
      const html = await publicPage(address);
      const card = html === null ? null : pageCard(html);
      return card && { ...card, host: address.hostname };
    } finally {
      this.fetching -= 1;
    }
  }
}
