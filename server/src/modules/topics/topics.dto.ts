import type {
  Candidates,
  NewCandidate,
  NewMonthlyTopic,
  TopicChoice,
  TopicOutcome,
  TopicSession,
  TopicVote,
} from '@openday/shared/monthly-topics';
import { TOPICS, type Topic } from '@openday/shared/topics';
import type { Assert, Exact } from '@openday/shared/wire';
import { ArrayMinSize, IsIn, Matches } from 'class-validator';
import { IsCount, IsId, IsInstant, IsLeftOut, IsListOf, IsText } from '../../http/fields';

export class NewMonthlyTopicDto {
  @Matches(/^\d{4}-(0[1-9]|1[0-2])$/) month: string;
  @IsText(2, 60) title: string;
  @IsInstant() votesUntil: string;
  @IsLeftOut() @IsId() organizerId?: string;
}
type _NewMonthlyTopicDto = Assert<Exact<NewMonthlyTopicDto, NewMonthlyTopic>>;

export class NewCandidateDto {
  @IsLeftOut() @IsId() id?: string;
  @IsText(2, 60) title: string;
  @IsLeftOut() @IsText(0, 200) note?: string;
  @IsLeftOut() @IsIn(TOPICS) topic?: Topic;
  @IsLeftOut() @IsCount(1, 20) place?: number;
}
type _NewCandidateDto = Assert<Exact<NewCandidateDto, NewCandidate>>;

export class CandidatesDto {
  @ArrayMinSize(1)
  @IsListOf(() => NewCandidateDto, 20)
  items: NewCandidateDto[];
}
type _CandidatesDto = Assert<Exact<CandidatesDto, Candidates>>;

export class TopicVoteDto {
  @IsId() candidateId: string;
}
type _TopicVoteDto = Assert<Exact<TopicVoteDto, TopicVote>>;

export class TopicChoiceDto {
  @IsId() candidateId: string;
  @IsText(2, 200) reason: string;
}
type _TopicChoiceDto = Assert<Exact<TopicChoiceDto, TopicChoice>>;

export class TopicSessionDto {
  @IsId() sessionId: string;
}
type _TopicSessionDto = Assert<Exact<TopicSessionDto, TopicSession>>;

export class TopicOutcomeDto {
  @IsText(2, 2000) text: string;
}
type _TopicOutcomeDto = Assert<Exact<TopicOutcomeDto, TopicOutcome>>;
