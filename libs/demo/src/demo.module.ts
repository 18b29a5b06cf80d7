import { Module } from '@nestjs/common';
import { CallsModule } from '#libs/calls';
import { ConsultingModule } from '#libs/consulting';
import { IdentityModule } from '#libs/identity';
import { MembershipModule } from '#libs/membership';
import { OpportunitiesModule } from '#libs/opportunities';
import { OrganizationsModule } from '#libs/organizations';
import { ProfilesModule } from '#libs/profiles';
import { ProposalsModule } from '#libs/proposals';
import { VocabularyModule } from '#libs/vocabulary';
import { DemoDirectory } from './app/demo-directory.js';
import { DemoSeats } from './app/demo-seats.js';
import { FillProfiles } from './app/fill-profiles.js';
import { LoadDemo } from './app/load-demo.js';
import { PublishSampleOpportunities } from './app/publish-sample-opportunities.js';
import { PublishSampleCall } from './app/publish-sample-call.js';
import { SeatCommittee } from './app/seat-committee.js';
import { SubmitSampleProposals } from './app/submit-sample-proposals.js';
import { SubmitSampleRequests } from './app/submit-sample-requests.js';
import { SubmitSamples } from './app/submit-samples.js';

@Module({
  imports: [
    IdentityModule,
    OrganizationsModule,
    ProfilesModule,
    OpportunitiesModule,
    ProposalsModule,
    ConsultingModule,
    CallsModule,
    VocabularyModule,
    MembershipModule,
  ],
  providers: [
    LoadDemo,
    DemoDirectory,
    DemoSeats,
    FillProfiles,
    PublishSampleOpportunities,
    SubmitSampleProposals,
    SubmitSampleRequests,
    SeatCommittee,
    PublishSampleCall,
    SubmitSamples,
  ],
  exports: [LoadDemo],
})
export class DemoModule {}
