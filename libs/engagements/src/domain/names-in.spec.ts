import { tellsWho } from './names-in.js';

const NAMES = ['Da Nang', 'Đà Nẵng', '부산광역시', '김서연', 'Linh Tran', 'A'];

describe('words without names', () => {
  it.each([
    'What we did in Da Nang was simple.',
    'DA  NANG opened the pier first.',
    'Thành phố Đà Nẵng đã mở bến tàu.',
    '부산광역시는 단계별로 열었습니다.',
    '담당자 김서연에게 물었습니다.',
    'Ask Linh Tran, who did it.',
    'Write to someone@city.example.org for more.',
    'Call +82 51-502-2984.',
    'Call (051) 502 2984 in the morning.',
  ])('are not: %s', (words) => {
    expect(tellsWho(words, NAMES)).toBe(true);
  });

  it.each([
    'A pier was opened in stages: safety first, then light, then trade.',
    'From 2024 to 2026 it cost 1 200 000 and drew 30 000 visitors.',
    'Candanang is no city, nor is Da Nanging a word.',
    'Between 0.5 and 10 per cent, at 09:00-18:00.',
    '한 도시가 부두를 세 단계로 열었습니다.',
    'Follow us @ the pier.',
  ])('are: %s', (words) => {
    expect(tellsWho(words, NAMES)).toBe(false);
  });
});
