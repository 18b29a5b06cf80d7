import { simulateFeedback } from './feedback.js';

describe('what made-up organizations teach by their answers', () => {
  const { unlearned, everybody, own, ignoringIsRefusing } = simulateFeedback(60, 8);

  it('makes lists better for all, and more so with what each taught of itself', () => {
    expect(everybody).toBeGreaterThan(unlearned + 0.005);
    expect(own).toBeGreaterThan(everybody + 0.005);
  });

  it('is best when passing over is not taken for refusing', () => {
    expect(own).toBeGreaterThan(ignoringIsRefusing);
  });
});
