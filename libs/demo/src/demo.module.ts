import { Module } from '@nestjs/common';
import { CalendarsModule } from '#libs/calendars';
import { CallsModule } from '#libs/calls';
import { ConsultingModule } from '#libs/consulting';
import { EngagementsModule } from '#libs/engagements';
import { IdentityModule } from '#libs/identity';
import { MembershipModule } from '#libs/membership';
import { OpportunitiesModule } from '#libs/opportunities';
import { OrganizationsModule } from '#libs/organizations';
import { ProfilesModule } from '#libs/profiles';
import { ProjectsModule } from '#libs/projects';
import { ProposalsModule } from '#libs/proposals';
import { ReviewsModule } from '#libs/reviews';
import { VocabularyModule } from '#libs/vocabulary';
import { AskCommittee } from './app/ask-committee.js';
import { BeginEngagement } from './app/begin-engagement.js';
import { DemoActors } from './app/demo-actors.js';
import { DemoDirectory } from './app/demo-directory.js';
import { DemoSeats } from './app/demo-seats.js';
import { FillProfiles } from './app/fill-profiles.js';
import { HoldSampleRounds, RoundSteps } from './app/hold-sample-rounds.js';
import { LoadDemo } from './app/load-demo.js';
import { PlayConsulting } from './app/play-consulting.js';
import { PlayRequests } from './app/play-requests.js';
import { PublishSampleOpportunities } from './app/publish-sample-opportunities.js';
import { PublishSampleCall } from './app/publish-sample-call.js';
import { QuoteRequest } from './app/quote-request.js';
import { SampleDesk, SampleReviews } from './app/sample-assessment.js';
import { SampleConsortium, SamplePartners } from './app/sample-consortium.js';
import { SampleDeadline } from './app/sample-deadline.js';
import { SampleOutcome, SampleProgress } from './app/sample-outcome.js';
import { SeatCommittee } from './app/seat-committee.js';
import { SubmitSampleProposals } from './app/submit-sample-proposals.js';
import { SubmitSampleRequests } from './app/submit-sample-requests.js';
import { SubmitSamples } from './app/submit-samples.js';
import { WorkTogether } from './app/work-together.js';

@Module({
  imports: [
    IdentityModule,
    OrganizationsModule,
    ProfilesModule,
    OpportunitiesModule,
    ProposalsModule,
    CalendarsModule,
    ConsultingModule,
    EngagementsModule,
    CallsModule,
    ReviewsModule,
    ProjectsModule,
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
    DemoActors,
    AskCommittee,
    QuoteRequest,
    BeginEngagement,
    WorkTogether,
    PlayRequests,
    PlayConsulting,
    HoldSampleRounds,
    RoundSteps,
    SampleConsortium,
    SampleDeadline,
    SampleDesk,
    SampleOutcome,
    SamplePartners,
    SampleProgress,
    SampleReviews,
  ],
  exports: [LoadDemo],
})
export class DemoModule {}
